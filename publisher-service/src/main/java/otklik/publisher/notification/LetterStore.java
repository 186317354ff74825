package otklik.publisher.notification;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.surge.SurgeEvent;
import otklik.publisher.notification.core.Card;
import otklik.publisher.notification.core.Notice.Sort;
import otklik.publisher.notification.core.Staff;
import otklik.publisher.notification.core.Tiding;
import otklik.publisher.notification.core.What;
import reactor.core.publisher.Mono;

/**
 * The ledger of letters. What waits for one person leaves as one letter, and whoever got several about deadlines lately waits a while for
 * the next: eighteen thousand missed terms must not become a thousand letters. New work never waits: it can be returned for half an hour only. A letter whose sender died is sent again, about the same, under its old message id.
 */
final class LetterStore {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int TOGETHER = 5000;
    private static final String CLAIM = """
            hushed as (select person_id from letter where state = 'SENT' and may_wait and sent_at > :since
                        group by person_id having count(distinct sent_with) >= :burst),
            head as (select message_id, person_id, sent_with from letter
                      where state in ('READY', 'SENDING') and next_at <= :now
                        and (not may_wait or person_id not in (select person_id from hushed))
                      order by next_at, message_id limit 1 for update skip locked),
            mine as (select letter.message_id from letter join head using (person_id)
                      where state in ('READY', 'SENDING') and next_at <= :now and letter.sent_with is not distinct from head.sent_with
                      order by next_at, letter.message_id limit :together for update of letter skip locked),
            claimed as (update letter set state = 'SENDING', attempt = attempt + 1, next_at = :lease,
                               sent_with = coalesce(sent_with, (select message_id from head))
                         where message_id in (select message_id from mine)
                        returning sent_with, notice, person_id, attempt, standing_in_for)""";

    private final DatabaseClient database;

    LetterStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Somebody to tell something; several things if they wait together.
     *
     * @param messageId of what is sent, the same when it is sent again
     * @param since since when the oldest waits
     * @param email null if the person is gone
     */
    record Due(
            String messageId,
            int attempt,
            Instant since,
            List<Tiding> tidings,
            String personName,
            @Nullable String email) {

        /** As one of all: everything but the tidings is the same. */
        private static Due together(List<Due> rows) {
            Due first = rows.getFirst();
            return new Due(
                    first.messageId,
                    rows.stream().mapToInt(Due::attempt).max().orElse(1),
                    rows.stream().map(Due::since).min(Instant::compareTo).orElse(first.since),
                    rows.stream().flatMap(row -> row.tidings.stream()).toList(),
                    first.personName,
                    first.email);
        }

        /** Of the person: nobody works for two. */
        String jurisdiction() {
            return tidings.getFirst().card().jurisdiction();
        }
    }

    /**
     * Marks the letter that is due for longest as being sent, together with what else waits for that person. Whoever was sent {@code burst}
     * letters about deadlines after {@code since} gets no further one of these by itself.
     */
    Mono<Due> claim(Instant now, Instant since, int burst) {
        return database.sql("with " + CLAIM + """

                        select l.sent_with, l.attempt, l.standing_in_for, n.*, i.number, i.topic_group, i.topic, i.location, i.importance,
                               case when i.worker_organ = n.organ then i.worker end as worker, p.name as person_name, p.email
                          from claimed l join notice n on n.name = l.notice left join incident i on i.incident_id = n.incident_id
                          left join person p on p.id = l.person_id order by n.came_at, i.number""")
                .bind("now", now)
                .bind("since", since)
                .bind("burst", burst)
                .bind("lease", now.plus(LEASE))
                .bind("together", TOGETHER)
                .map(row -> new Due(
                        text(row, "sent_with"),
                        requireNonNull(row.get("attempt", Integer.class)),
                        requireNonNull(row.get("tell_at", Instant.class)),
                        List.of(tiding(row)),
                        String.valueOf(row.get("person_name", String.class)),
                        row.get("email", String.class)))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(Due::together);
    }

    /** The people of a jurisdiction by name, and the organs. */
    Mono<Staff> staff(String jurisdiction) {
        return database.sql("select name, role, organ from person where jurisdiction = :jurisdiction")
                .bind("jurisdiction", jurisdiction)
                .map(row -> new Staff.Member(text(row, "name"), text(row, "role"), row.get("organ", String.class)))
                .all()
                .collectList()
                .zipWith(database.sql("select id, name from organ")
                        .map(row -> List.of(text(row, "id"), text(row, "name")))
                        .all()
                        .collectMap(List::getFirst, List::getLast))
                .map(both -> new Staff(both.getT1(), both.getT2()));
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

    private static Tiding tiding(Readable row) {
        if (sort(row) == Sort.SURGE) {
            SurgeEvent event = Json.mapper().readValue(text(row, "event"), SurgeEvent.class);
            return new Tiding(card(event), What.of(event), event.at(), row.get("standing_in_for", String.class));
        }
        return new Tiding(
                card(row),
                what(row),
                requireNonNull(row.get("came_at", Instant.class)),
                row.get("standing_in_for", String.class));
    }

    private static What what(Readable row) {
        String event = text(row, "event");
        Sort sort = sort(row);
        if (sort.isOfADeadline()) {
            String ended = row.get("ended", String.class);
            return What.of(
                    Json.mapper().readValue(event, DeadlineEvent.class),
                    ended == null ? null : What.Ended.valueOf(ended));
        }
        if (sort == Sort.PROMISE) {
            return What.of(Json.mapper().readValue(event, PromiseDue.class), row.get("clause", String.class));
        }
        if (sort == Sort.EXECUTORS) {
            return new What.NewExecutors(Json.mapper().readValue(event, ExecutorsChanged.class));
        }
        What what = What.of(
                Json.mapper().readValue(event, IncidentEvent.class),
                isElevated(row) ? Importance.ELEVATED : Importance.NORMAL,
                row.get("organ", String.class),
                row.get("clause", String.class));
        return sort == Sort.WITHDRAWN ? new What.Withdrawn(what) : what;
    }

    private static boolean isElevated(Readable row) {
        return "elevated".equals(row.get("importance", String.class));
    }

    private static Sort sort(Readable row) {
        return Sort.valueOf(text(row, "sort").toUpperCase(Locale.ROOT));
    }

    /** What a surge is about, in the place of an incident. */
    private static Card card(SurgeEvent event) {
        return new Card(
                event.surgeId(), event.jurisdiction(), null, event.topicGroup(), null, event.location(), false, null);
    }

    private static Card card(Readable row) {
        return new Card(
                requireNonNull(row.get("incident_id", UUID.class)),
                text(row, "jurisdiction"),
                row.get("number", String.class),
                row.get("topic_group", String.class),
                row.get("topic", String.class),
                row.get("location", String.class),
                isElevated(row),
                row.get("worker", String.class));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
