package otklik.publisher.notification;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Event;
import otklik.contracts.Json;
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

    private final DatabaseClient database;

    NoticeStore(DatabaseClient database) {
        this.database = database;
    }

    /** Writes down what is to be told; hearing of it again changes nothing. */
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

    /** Takes back what holds no more of a deadline, letters too that were not tried yet. @return how many letters */
    Mono<Long> takeBack(UUID deadline, Set<Sort> sorts) {
        return database.sql("""
                        with gone as (update notice set state = 'VOID'
                                       where deadline_id = :deadline and sort = any(:sorts) and state <> 'VOID' returning name)
                        update letter set state = 'VOID'
                         where notice in (select name from gone) and state = 'READY' and sent_with is null""")
                .bind("deadline", deadline)
                .bind("sorts", sorts.stream().map(NoticeStore::wire).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** What is still to be told of a missed deadline says besides what became of it. */
    Mono<Void> ended(UUID deadline, What.Ended ended) {
        return database.sql("""
                        update notice set ended = :ended where deadline_id = :deadline and sort in ('breached', 'escalated')""")
                .bind("deadline", deadline)
                .bind("ended", ended.name())
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
                                       where n.tell_at > :after and n.tell_at <= :now and n.state <> 'VOID'
                                         and (n.useless_from is null or n.useless_from > :now)
                                         and (n.sort <> 'assigned'
                                              or not exists (select from notice later
                                                              where later.incident_id = n.incident_id and later.version > n.version
                                                                and later.sort = 'assigned')))
                        """ + ORDER)
                .bind("person", personId)
                .bind("after", toldAfter)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static String wire(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static Object nullable(R2dbcType type, @Nullable Object value) {
        return Parameters.in(type, value);
    }
}
