package otklik.publisher.notification;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Event;
import otklik.contracts.Json;
import otklik.contracts.incident.IncidentEvent;
import otklik.publisher.notification.core.Notice;
import otklik.publisher.notification.core.Notice.Sort;
import otklik.publisher.notification.core.What;
import reactor.core.publisher.Mono;

/**
 * What is to be told, and when. Letters are ordered only when that instant has come: to whoever has the role then, or stands in for one
 * who is away then. Ordering is one statement, so it happens or does not.
 */
final class NoticeStore {

    private static final int TOGETHER = 1000;

    /** Whoever has one of the roles: in the organ, for the jurisdiction as a whole, or over the organ; with an address, or a substitute's. */
    private static final String ORDER = """
            insert into letter (message_id, notice, incident_id, person_id, standing_in_for, may_wait, state, next_at)
            select '<' || n.name || '.' || regexp_replace(reader.id, '[^A-Za-z0-9.-]', '_', 'g') || '@otklik>', n.name, n.incident_id,
                   reader.id, reader.instead_of, n.sort in ('warned', 'breached', 'escalated'), 'READY', :now
              from told n
              join person p on p.jurisdiction = n.jurisdiction and p.role = any(n.roles)
               and (cast(:person as text) is null or p.id = :person)
               and case when p.organ is not null then p.organ = n.organ
                        else p.over_organs is null or n.organ is null or n.organ = any(p.over_organs) end
              left join lateral (select s.id, s.email from absence a join person s on s.id = a.substitute
                                  where a.person = p.id and a.starts_at <= :now and a.ends_at > :now and s.email is not null
                                  order by a.starts_at limit 1) s on true
              cross join lateral (select coalesce(s.id, p.id) as id, coalesce(s.email, p.email) as email,
                                         case when s.id is not null then p.name end as instead_of) reader
             where n.state = 'TOLD' and reader.email is not null
             order by reader.instead_of nulls first
            on conflict do nothing""";

    private static final String OF_THE_STEP = """
            incident_id = :incident and version > :from and version < :version and deadline_id is null and sort <> 'withdrawn'""";
    /** The second letter does not overtake the first, should whoever is sending that one have died. */
    private static final String WITHDRAW = """
            dropped as (update letter set state = 'VOID'
                         where notice in (select name from gone) and state = 'READY' returning message_id),
            told as (select * from letter where notice in (select name from gone) and state in ('SENDING', 'SENT')),
            noted as (insert into notice (name, sort, incident_id, version, jurisdiction, roles, organ, came_at, tell_at, clause, event, state)
                      select name || '.undone', 'withdrawn', incident_id, :version, jurisdiction, roles, organ, :at, :at, clause, event, 'TOLD'
                        from gone where name in (select notice from told) on conflict do nothing),
            ordered as (insert into letter (message_id, notice, incident_id, person_id, standing_in_for, state, next_at)
                        select replace(message_id, '@otklik>', '.undone@otklik>'), notice || '.undone', incident_id, person_id,
                               standing_in_for, 'READY', case state when 'SENDING' then greatest(:now, next_at) else :now end
                          from told on conflict do nothing returning message_id)
            select (select count(*) from ordered) as ordered, (select count(*) from dropped) as dropped""";

    private final DatabaseClient database;

    NoticeStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Writes down what is to be told; hearing of it again changes nothing.
     *
     * @param incidentId what it is about: an incident, a surge, or a change of executors
     */
    Mono<Void> note(Notice notice, UUID incidentId, long version, Instant cameAt, Event event) {
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                        insert into notice (name, sort, incident_id, version, jurisdiction, roles, organ, deadline_id, came_at, tell_at,
                                            useless_from, clause, event)
                        values (:name, :sort, :incident, :version, :jurisdiction, :roles,
                                coalesce(:organ, (select organ from incident where incident_id = :incident)), :deadline, :came, :tell,
                                :useless, :clause, :event)
                        on conflict do nothing""")
                .bind("name", notice.name())
                .bind("sort", wire(notice.sort()))
                .bind("incident", incidentId)
                .bind("version", version)
                .bind("jurisdiction", event.jurisdiction())
                .bind("roles", notice.roles().toArray(String[]::new))
                .bind("organ", nullable(R2dbcType.VARCHAR, notice.organ()))
                .bind("came", cameAt)
                .bind("tell", notice.tellAt())
                .bind("useless", nullable(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, notice.uselessFrom()))
                .bind("clause", nullable(R2dbcType.VARCHAR, notice.clause()))
                .bind("event", Json.mapper().writeValueAsString(event));
        UUID deadline = notice.deadline();
        return (deadline == null ? insert.bindNull("deadline", UUID.class) : insert.bind("deadline", deadline)).then();
    }

    /** Takes back what holds no more of a deadline since then, letters too that were not tried yet. @return how many letters */
    Mono<Long> takeBack(UUID deadline, Set<Sort> sorts, Instant at) {
        return database.sql("""
                        with gone as (update notice set state = 'VOID', void_since = :at
                                       where deadline_id = :deadline and sort = any(:sorts) and state <> 'VOID' returning name)
                        update letter set state = 'VOID'
                         where notice in (select name from gone) and state = 'READY' and sent_with is null""")
                .bind("deadline", deadline)
                .bind("sorts", wire(sorts))
                .bind("at", at)
                .fetch()
                .rowsUpdated();
    }

    /**
     * The step by which a deadline ended or moved was taken back: what was taken back by it, no earlier than {@code since} and before
     * {@code until}, is to be told after all.
     *
     * @return how many letters
     */
    Mono<Long> tellAgain(UUID deadline, Set<Sort> sorts, Instant since, Instant until) {
        return database.sql("""
                        with again as (update notice set state = 'WAITING', void_since = null
                                        where deadline_id = :deadline and sort = any(:sorts) and state = 'VOID'
                                          and void_since >= :since and void_since < :until returning name)
                        update letter set state = 'READY' where notice in (select name from again) and state = 'VOID'""")
                .bind("deadline", deadline)
                .bind("sorts", wire(sorts))
                .bind("since", since)
                .bind("until", until)
                .fetch()
                .rowsUpdated();
    }

    /** How many letters were ordered by a step that was taken back, and how many are not sent any more. */
    record Withdrawn(long ordered, long takenBack) {}

    /**
     * Takes back what was to be told of the facts after {@code backTo}; of deadlines these themselves tell. Letters that wait are never sent.
     * Whoever has got one, or is just being sent one, is told that there is nothing to do.
     *
     * @param undone the event that says so
     */
    Mono<Withdrawn> withdraw(IncidentEvent undone, long backTo, Instant now) {
        // Two statements: the second sees the letters of an order that the first waited for.
        return bind("update notice set state = 'VOID' where " + OF_THE_STEP, undone, backTo)
                .then()
                .then(bind(
                                "with gone as (select * from notice where " + OF_THE_STEP + "),\n" + WITHDRAW,
                                undone,
                                backTo)
                        .bind("at", undone.at())
                        .bind("now", now)
                        .map(row -> new Withdrawn(count(row, "ordered"), count(row, "dropped")))
                        .one());
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, IncidentEvent undone, long backTo) {
        return database.sql(sql)
                .bind("incident", undone.incidentId())
                .bind("from", backTo)
                .bind("version", undone.version());
    }

    private static long count(Readable row, String name) {
        return requireNonNull(row.get(name, Long.class), name);
    }

    /** A deadline was not made good late after all: who was to hear that it was does not. @return how many letters */
    Mono<Long> notMadeGood(UUID deadline, Instant since, Instant until) {
        return database.sql("""
                        with gone as (update notice set state = 'VOID'
                                       where deadline_id = :deadline and sort = 'escalated' and clause is not null and state <> 'VOID'
                                         and came_at >= :since and came_at < :until returning name)
                        update letter set state = 'VOID' where notice in (select name from gone) and state = 'READY'""")
                .bind("deadline", deadline)
                .bind("since", since)
                .bind("until", until)
                .fetch()
                .rowsUpdated();
    }

    /** What is still to be told of a missed deadline says besides what became of it; null where it stands open again. */
    Mono<Void> ended(UUID deadline, What.@Nullable Ended ended) {
        return database.sql("""
                        update notice set ended = :ended where deadline_id = :deadline and sort in ('breached', 'escalated')""")
                .bind("deadline", deadline)
                .bind("ended", nullable(R2dbcType.VARCHAR, ended == null ? null : ended.name()))
                .then();
    }

    /** Orders the letters whose time has come, of a thousand notices at most. @return how many letters */
    Mono<Long> order(Instant now) {
        return database.sql("""
                        with due as (select name from notice where state = 'WAITING' and tell_at <= :now
                                      order by tell_at limit :together for update skip locked),
                        told as (update notice set state = case when useless_from <= :now then 'VOID' else 'TOLD' end
                                   from due where notice.name = due.name returning notice.*)
                        """ + ORDER)
                .bind("person", nullable(R2dbcType.VARCHAR, null))
                .bind("now", now)
                .bind("together", TOGETHER)
                .fetch()
                .rowsUpdated();
    }

    /** Orders the letters that a person missed because nobody knew the person yet; of new work the newest of each incident only. */
    Mono<Long> orderMissed(String personId, Instant toldAfter, Instant now) {
        return database.sql("""
                        with told as (select n.name, n.sort, n.incident_id, n.jurisdiction, n.roles, n.organ, 'TOLD' as state from notice n
                                       where n.tell_at > :after and n.tell_at <= :now and n.state <> 'VOID' and n.sort <> 'withdrawn'
                                         and (n.useless_from is null or n.useless_from > :now)
                                         and (n.sort <> 'assigned'
                                              or not exists (select from notice later
                                                              where later.incident_id = n.incident_id and later.version > n.version
                                                                and later.sort = 'assigned' and later.state <> 'VOID')))
                        """ + ORDER)
                .bind("person", personId)
                .bind("after", toldAfter)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static String[] wire(Set<Sort> sorts) {
        return sorts.stream().map(NoticeStore::wire).toArray(String[]::new);
    }

    private static String wire(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static Object nullable(R2dbcType type, @Nullable Object value) {
        return Parameters.in(type, value);
    }
}
