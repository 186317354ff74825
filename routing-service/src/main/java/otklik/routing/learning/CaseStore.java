package otklik.routing.learning;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.learning.core.Case;
import otklik.routing.learning.core.Lesson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases in PostgreSQL. Lessons are written in the transaction of the facts that teach them, so none is lost or taken twice. */
public final class CaseStore {

    private final DatabaseClient database;

    CaseStore(DatabaseClient database) {
        this.database = database;
    }

    /** How far somebody has read: a transaction id of PostgreSQL as text. */
    record Mark(String transaction) {
        static final Mark NOTHING = new Mark("0");
    }

    /** Cases that have changed, and where the next reading goes on. */
    record Changed(List<Case> cases, Mark upTo) {}

    /** Takes lessons of one incident in their order, in the transaction of the caller. */
    public Mono<Void> take(UUID incident, List<Lesson> lessons) {
        return Flux.fromIterable(lessons)
                .concatMap(lesson -> take(incident, lesson))
                .then();
    }

    /** As though the incident had taught nothing but these lessons. */
    public Mono<Void> learnAnew(UUID incident, List<Lesson> lessons) {
        return database.sql("""
                        update learned_case set organ = null, refused = '{}', changed_by = pg_current_xact_id()
                        where incident_id = :id""").bind("id", incident).then().then(take(incident, lessons));
    }

    private Mono<Void> take(UUID incident, Lesson lesson) {
        return switch (lesson) {
            case Lesson.Went went ->
                database.sql("""
                                insert into learned_case (incident_id, organ) values (:id, :organ)
                                on conflict (incident_id) do update set organ = excluded.organ,
                                    refused = array_remove(learned_case.refused, excluded.organ),
                                    changed_by = pg_current_xact_id()""")
                        .bind("id", incident)
                        .bind("organ", went.organ())
                        .then();
            case Lesson.Refused refused ->
                database.sql("""
                                insert into learned_case (incident_id, refused) values (:id, array[:organ])
                                on conflict (incident_id) do update set
                                    organ = nullif(learned_case.organ, :organ),
                                    refused = array_remove(learned_case.refused, :organ) || array[:organ],
                                    changed_by = pg_current_xact_id()""")
                        .bind("id", incident)
                        .bind("organ", refused.organ())
                        .then();
            case Lesson.Withdrawn ignored ->
                database.sql("""
                                update learned_case set organ = null, changed_by = pg_current_xact_id()
                                where incident_id = :id""").bind("id", incident).then();
            case Lesson.Reclassified ignored ->
                database.sql("update learned_case set changed_by = pg_current_xact_id() where incident_id = :id")
                        .bind("id", incident)
                        .then();
        };
    }

    /**
     * What has changed since. Transactions that were not over at the last reading are read again: none is missed, however long it took,
     * and taking a case twice changes nothing.
     */
    Mono<Changed> changedSince(Mark mark) {
        return database.sql("""
                        select c.incident_id, i.jurisdiction, i.number, c.organ, c.refused, i.topic_group, i.topic, i.location,
                               i.post_text, cast(s.xmin as text) as mark
                        from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) s
                        left join learned_case c on c.changed_by >= cast(cast(:mark as text) as xid8)
                        left join incident i on i.id = c.incident_id""")
                .bind("mark", mark.transaction())
                .map(row -> new Row(
                        row.get("incident_id", UUID.class) == null ? List.of() : List.of(found(row)),
                        requireNonNull(row.get("mark", String.class))))
                .all()
                .collectList()
                .map(rows -> new Changed(
                        rows.stream().flatMap(row -> row.found().stream()).toList(),
                        new Mark(rows.getFirst().mark())));
    }

    private record Row(List<Case> found, String mark) {}

    private static Case found(Readable row) {
        return new Case(
                requireNonNull(row.get("incident_id", UUID.class)),
                requireNonNull(row.get("jurisdiction", String.class)),
                requireNonNull(row.get("number", String.class)),
                row.get("organ", String.class),
                List.of(requireNonNull(row.get("refused", String[].class))),
                new Case.Question(
                        requireNonNull(row.get("topic_group", String.class)),
                        requireNonNull(row.get("topic", String.class)),
                        row.get("location", String.class),
                        requireNonNull(row.get("post_text", String.class))));
    }
}
