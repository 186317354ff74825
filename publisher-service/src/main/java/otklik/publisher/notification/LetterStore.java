package otklik.publisher.notification;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.incident.IncidentEvent;
import otklik.publisher.notification.core.Assignment;
import otklik.publisher.notification.core.Letter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The ledger of letters. What waits for one person leaves as one letter: a
 * hundred complaints must not become a hundred letters. A letter whose sender died is sent again, with the same content, under its old message
 * id.
 */
final class LetterStore {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String EXECUTORS_TO_TELL = """
            select n.*, i.number, i.topic_group, i.topic, i.location, i.importance, p.id as person_id, p.name as person_name, p.email
              from notice n join person p on p.organ = n.organ and p.role = 'executor' and p.email is not null
              left join incident i using (incident_id)""";
    private static final int TOGETHER = 100;
    private static final String CLAIM = """
            head as (select message_id, person_id, sent_with from letter where state in ('READY', 'SENDING') and next_at <= :now
                      order by next_at, message_id limit 1 for update skip locked),
            mine as (select letter.message_id from letter join head using (person_id)
                      where state in ('READY', 'SENDING') and next_at <= :now and letter.sent_with is not distinct from head.sent_with
                      order by next_at, letter.message_id limit :together for update of letter skip locked),
            claimed as (update letter set state = 'SENDING', attempt = attempt + 1, next_at = :lease,
                               sent_with = coalesce(sent_with, (select message_id from head))
                         where message_id in (select message_id from mine)
                        returning sent_with, incident_id, version, person_id, attempt)""";

    private final DatabaseClient database;

    LetterStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Somebody to tell something; of several incidents if they wait together.
     *
     * @param messageId of what is sent, the same when it is sent again
     */
    record Due(
            String messageId,
            int attempt,
            List<Assignment> assignments,
            String personName,
            @Nullable String email) {

        /** As one of each: everything but the assignments is the same. */
        private Due and(Due other) {
            return new Due(
                    messageId,
                    Math.max(attempt, other.attempt),
                    Stream.concat(assignments.stream(), other.assignments.stream())
                            .toList(),
                    personName,
                    email);
        }
    }

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
                         where p.id = :person and n.routed_at > :after and not n.withdrawn
                           and not exists (select from notice later
                                            where later.incident_id = n.incident_id and later.version > n.version)""")
                        .bind("person", personId)
                        .bind("after", routedAfter)
                        .map(LetterStore::ordered)
                        .all(),
                now);
    }

    /**
     * What was told of the versions after {@code backTo} holds no longer: letters that wait are never sent; whoever has got one, or is
     * just being sent one, is told that there is nothing to do.
     *
     * @param undone the event that says so; a later version of the incident
     */
    Mono<Long> withdraw(IncidentEvent undone, long backTo, Instant now) {
        return execute("""
                        delete from letter where incident_id = :incident and version > :from and version < :version
                           and state = 'READY'""", undone, backTo)
                .then(execute("""
                        insert into notice (incident_id, version, jurisdiction, organ, organ_name, routed_at, withdrawn)
                        select incident_id, :version, jurisdiction, organ, organ_name, routed_at, true from notice
                         where incident_id = :incident and version > :from and version < :version and not withdrawn
                         order by version desc limit 1 on conflict do nothing""", undone, backTo))
                .then(order(
                        database.sql("""
                                        select n.*, i.number, i.topic_group, i.topic, i.location, i.importance, l.person_id
                                          from notice n
                                          join letter l on l.incident_id = n.incident_id and l.version > :from and l.version < n.version
                                           and l.state <> 'FAILED'
                                          left join incident i on i.incident_id = n.incident_id
                                         where n.incident_id = :incident and n.version = :version and n.withdrawn""")
                                .bind("incident", undone.incidentId())
                                .bind("from", backTo)
                                .bind("version", undone.version())
                                .map(LetterStore::ordered)
                                .all(),
                        now));
    }

    private Mono<Long> execute(String sql, IncidentEvent undone, long backTo) {
        return database.sql(sql)
                .bind("incident", undone.incidentId())
                .bind("from", backTo)
                .bind("version", undone.version())
                .fetch()
                .rowsUpdated();
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

    /**
     * Marks the letter that is due for longest as being sent, together with what else waits for that person; {@code email} is null if
     * the person is gone.
     */
    Mono<Due> claim(Instant now) {
        return database.sql("with " + CLAIM + """

                        select l.sent_with, l.attempt, n.*, i.number, i.topic_group, i.topic, i.location, i.importance,
                               p.name as person_name, p.email
                          from claimed l join notice n using (incident_id, version) left join incident i using (incident_id)
                          left join person p on p.id = l.person_id order by n.routed_at, i.number""")
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("together", TOGETHER)
                .map(row -> new Due(
                        requireNonNull(row.get("sent_with", String.class)),
                        requireNonNull(row.get("attempt", Integer.class)),
                        List.of(assignment(row)),
                        String.valueOf(row.get("person_name", String.class)),
                        row.get("email", String.class)))
                .all()
                .reduce(Due::and);
    }

    Mono<Void> sent(Due due, Instant at) {
        return database.sql("""
                        update letter set state = 'SENT', sent_at = :at, failure = null
                         where sent_with = :id and state = 'SENDING'""").bind("at", at).bind("id", due.messageId()).then();
    }

    /** @param next when to try again, null for never */
    Mono<Void> failed(Due due, String why, @Nullable Instant next) {
        return database.sql("""
                        update letter set state = :state, failure = :why, next_at = coalesce(:next, next_at)
                         where sent_with = :id and state = 'SENDING'""")
                .bind("state", next == null ? "FAILED" : "READY")
                .bind("why", why)
                .bind("next", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, next))
                .bind("id", due.messageId())
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
                requireNonNull(row.get("routed_at", Instant.class)),
                Boolean.TRUE.equals(row.get("withdrawn", Boolean.class)));
    }
}
