package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.sla.TimeSpent;
import otklik.regulation.Russian;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Working time that went by at organs which gave the incident back (AK-7), as the sla-timer's ledger tells it when the incident ends. Told
 * again with larger sums when it ends again; an older telling changes nothing.
 */
final class TimeLost {

    private static final double NANOS = 1_000_000_000.0;

    private final DatabaseClient database;

    TimeLost(DatabaseClient database) {
        this.database = database;
    }

    private record Row(UUID incident, String organ, long version, double lost, Instant ended) {}

    /** In the transaction of the caller. */
    Mono<Void> take(List<TimeSpent> told) {
        return Flux.fromIterable(told)
                .concatMap(spent -> Flux.fromIterable(spent.parts())
                        .filter(TimeSpent.Part::returned)
                        .map(part -> new Row(
                                spent.incidentId(),
                                String.valueOf(part.organ()),
                                spent.incidentVersion(),
                                seconds(part.spent()),
                                spent.endedAt())))
                .concatMap(this::keep)
                .then();
    }

    private Mono<Void> keep(Row row) {
        return database.sql("""
                        insert into time_lost (incident_id, organ, incident_version, lost_s, ended_at)
                        select incident, organ, version, lost, ended
                        from json_to_record(cast(:row as json)) as fresh (incident uuid, organ text, version bigint,
                             lost double precision, ended timestamptz)
                        on conflict (incident_id, organ) do update set incident_version = excluded.incident_version,
                            lost_s = excluded.lost_s, ended_at = excluded.ended_at
                        where time_lost.incident_version < excluded.incident_version""")
                .bind("row", Json.mapper().writeValueAsString(row))
                .then();
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    /** One line for each organ that gave it back; none where the end that told of it was taken back. */
    Flux<TimelineEntry> timeline(UUID incident, @Nullable String clause) {
        return database.sql("""
                        select l.organ, l.lost_s, l.ended_at,
                               (select e.fact ->> 'organName' from incident_event e
                                where e.incident_id = l.incident_id and e.type in ('IncidentRouted', 'ContributionRequested')
                                  and e.fact ->> 'organ' = l.organ order by e.version limit 1) as name
                        from time_lost l where l.incident_id = :id
                           and not exists (select from incident_event u where u.incident_id = l.incident_id and u.version > l.incident_version
                                              and u.type = 'StepUndone' and cast(u.fact ->> 'backTo' as bigint) < l.incident_version)
                        order by l.organ""")
                .bind("id", incident)
                .map(row -> entry(
                        requireNonNull(row.get("organ", String.class)),
                        row.get("name", String.class),
                        Math.round(requireNonNull(row.get("lost_s", Double.class)) / 60),
                        requireNonNull(row.get("ended_at", Instant.class)),
                        clause))
                .all();
    }

    private static TimelineEntry entry(
            String organ, @Nullable String name, long minutes, Instant at, @Nullable String clause) {
        String title = "Потеряно на неверном направлении в «%s»: %s"
                .formatted(
                        name == null ? organ : name,
                        Russian.count(minutes, "рабочая минута", "рабочие минуты", "рабочих минут"));
        return new TimelineEntry(
                null, at, "TimeLost", title, Actor.SYSTEM, clause, Map.of("organ", organ, "minutes", minutes));
    }
}
