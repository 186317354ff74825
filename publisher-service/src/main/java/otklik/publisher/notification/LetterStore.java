package otklik.publisher.notification;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.publisher.notification.core.Assignment;
import otklik.publisher.notification.core.Letter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger of letters. A letter whose sender died is sent again under its old message id. */
final class LetterStore {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String EXECUTORS_TO_TELL = """
            select n.*, i.number, i.topic_group, i.topic, i.location, i.importance, p.id as person_id, p.name as person_name, p.email
              from notice n join person p on p.organ = n.organ and p.role = 'executor' and p.email is not null
              left join incident i using (incident_id)""";
    private static final String CLAIM = """
            update letter set state = 'SENDING', attempt = attempt + 1, next_at = :lease
             where message_id = (select message_id from letter where state in ('READY', 'SENDING') and next_at <= :now
                                  order by next_at limit 1 for update skip locked)
            returning message_id, incident_id, version, person_id, attempt""";

    private final DatabaseClient database;

    LetterStore(DatabaseClient database) {
        this.database = database;
    }

    /** Somebody to tell something. */
    record Due(
            String messageId,
            int attempt,
            Assignment assignment,
            String personName,
            @Nullable String email) {}

    /** Orders a letter for everybody of the organ whom this routing concerns and who has none yet. */
    Mono<Long> orderFor(UUID incidentId, long version, Instant now) {
        return order(
                database.sql(EXECUTORS_TO_TELL + " where n.incident_id = :incident and n.version = :version")
                        .bind("incident", incidentId)
                        .bind("version", version)
                        .map(LetterStore::ordered)
                        .all(),
                now);
    }

    /** Orders the letters that a person missed because nobody knew the person yet; the newest routing of each incident only. */
    Mono<Long> orderMissed(String personId, Instant routedAfter, Instant now) {
        return order(
                database.sql(EXECUTORS_TO_TELL + """
                         where p.id = :person and n.routed_at > :after
                           and not exists (select from notice later
                                            where later.incident_id = n.incident_id and later.version > n.version)""")
                        .bind("person", personId)
                        .bind("after", routedAfter)
                        .map(LetterStore::ordered)
                        .all(),
                now);
    }

    private record Ordered(Assignment assignment, String personId) {}

    private static Ordered ordered(Readable row) {
        return new Ordered(assignment(row), requireNonNull(row.get("person_id", String.class)));
    }

    private Mono<Long> order(Flux<Ordered> letters, Instant now) {
        return letters.collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(letter -> insert(letter, now))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> insert(Ordered letter, Instant now) {
        return database.sql("""
                        insert into letter (message_id, incident_id, version, person_id, state, next_at)
                        values (:id, :incident, :version, :person, 'READY', :now) on conflict do nothing""")
                .bind("id", Letter.messageId(letter.assignment(), letter.personId()))
                .bind("incident", letter.assignment().incidentId())
                .bind("version", letter.assignment().version())
                .bind("person", letter.personId())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /** Marks a due letter as being sent; {@code email} is null if the person is gone. */
    Mono<Due> claim(Instant now) {
        return database.sql("with l as (" + CLAIM + """
                        )
                        select l.message_id, l.attempt, n.*, i.number, i.topic_group, i.topic, i.location, i.importance,
                               p.name as person_name, p.email
                          from l join notice n using (incident_id, version) left join incident i using (incident_id)
                          left join person p on p.id = l.person_id""")
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .map(row -> new Due(
                        requireNonNull(row.get("message_id", String.class)),
                        requireNonNull(row.get("attempt", Integer.class)),
                        assignment(row),
                        String.valueOf(row.get("person_name", String.class)),
                        row.get("email", String.class)))
                .one();
    }

    Mono<Void> sent(String messageId, Instant at) {
        return database.sql("update letter set state = 'SENT', sent_at = :at, failure = null where message_id = :id")
                .bind("at", at)
                .bind("id", messageId)
                .then();
    }

    /** @param next when to try again, null for never */
    Mono<Void> failed(String messageId, String why, @Nullable Instant next) {
        return database.sql("""
                        update letter set state = :state, failure = :why, next_at = coalesce(:next, next_at)
                         where message_id = :id and state = 'SENDING'""")
                .bind("state", next == null ? "FAILED" : "READY")
                .bind("why", why)
                .bind("next", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, next))
                .bind("id", messageId)
                .then();
    }

    private static Assignment assignment(Readable row) {
        return new Assignment(
                requireNonNull(row.get("incident_id", UUID.class)),
                requireNonNull(row.get("version", Long.class)),
                requireNonNull(row.get("jurisdiction", String.class)),
                row.get("number", String.class),
                row.get("topic_group", String.class),
                row.get("topic", String.class),
                row.get("location", String.class),
                "elevated".equals(row.get("importance", String.class)),
                requireNonNull(row.get("organ_name", String.class)),
                requireNonNull(row.get("routed_at", Instant.class)));
    }
}
