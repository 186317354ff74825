package otklik.routing.learning;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** A lesson and the incident that teaches it. */
    public record Taught(UUID incident, Lesson lesson) {}

    /** Takes lessons, those of one incident in their order, in the transaction of the caller. */
    public Mono<Void> take(List<Taught> lessons) {
        return Flux.fromIterable(turns(lessons)).concatMap(this::takeTogether).then();
    }

    /** As though the incident had taught nothing but these lessons. */
    public Mono<Void> learnAnew(UUID incident, List<Lesson> lessons) {
        return database.sql("""
                        update learned_case set organ = null, refused = '{}', changed_by = pg_current_xact_id()
                        where incident_id = :id""")
                .bind("id", incident)
                .then()
                .then(take(lessons.stream()
                        .map(lesson -> new Taught(incident, lesson))
                        .toList()));
    }

    /** What can be taken with one statement: lessons of one kind, of each incident its first, its second, and so on. */
    private static Collection<List<Taught>> turns(List<Taught> lessons) {
        Map<UUID, Integer> taught = new HashMap<>();
        Map<Integer, Map<Class<?>, List<Taught>>> turns = new TreeMap<>();
        for (Taught one : lessons) {
            int turn = taught.merge(one.incident(), 1, Integer::sum);
            turns.computeIfAbsent(turn, ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(one.lesson().getClass(), ignored -> new ArrayList<>())
                    .add(one);
        }
        return turns.values().stream().flatMap(kinds -> kinds.values().stream()).toList();
    }

    private Mono<Void> takeTogether(List<Taught> alike) {
        UUID[] incidents = alike.stream().map(Taught::incident).toArray(UUID[]::new);
        return switch (alike.getFirst().lesson()) {
            case Lesson.Went ignored ->
                organs(alike, database.sql("""
                                insert into learned_case (incident_id, organ) select * from unnest(:ids, :organs)
                                on conflict (incident_id) do update set organ = excluded.organ,
                                    refused = array_remove(learned_case.refused, excluded.organ),
                                    changed_by = pg_current_xact_id()
                                where learned_case.organ is distinct from excluded.organ
                                    or excluded.organ = any(learned_case.refused)""")).bind("ids", incidents).then();
            case Lesson.Refused ignored ->
                organs(alike, database.sql("""
                                insert into learned_case (incident_id, refused)
                                select id, array[organ] from unnest(:ids, :organs) as taught (id, organ)
                                on conflict (incident_id) do update set
                                    organ = nullif(learned_case.organ, excluded.refused[1]),
                                    refused = array_remove(learned_case.refused, excluded.refused[1]) || excluded.refused,
                                    changed_by = pg_current_xact_id()""")).bind("ids", incidents).then();
            case Lesson.Withdrawn ignored ->
                database.sql("""
                                update learned_case set organ = null, changed_by = pg_current_xact_id()
                                where incident_id = any(:ids)""").bind("ids", incidents).then();
            case Lesson.Reclassified ignored ->
                database.sql("update learned_case set changed_by = pg_current_xact_id() where incident_id = any(:ids)")
                        .bind("ids", incidents)
                        .then();
        };
    }

    private static DatabaseClient.GenericExecuteSpec organs(
            List<Taught> taught, DatabaseClient.GenericExecuteSpec statement) {
        return statement.bind(
                "organs",
                taught.stream()
                        .map(one -> switch (one.lesson()) {
                            case Lesson.Went went -> went.organ();
                            case Lesson.Refused refused -> refused.organ();
                            case Lesson.Withdrawn ignored -> null;
                            case Lesson.Reclassified ignored -> null;
                        })
                        .toArray(String[]::new));
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
