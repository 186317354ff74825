package otklik.routing.incident;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.sla.TimeSpent;
import otklik.regulation.Russian;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/**
 * Whose working time an incident took, as the sla-timer's ledger tells it when the incident ends; of it what went by at organs that gave the
 * incident back, or that had handed nothing in when others got it, is lost (AK-7). Told again with larger sums when it ends again; an older telling changes nothing.
 */
final class TimeTaken {

    private static final TypeReference<List<TimeSpent.Part>> PARTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};
    private static final String NIGHTS = "non-working";

    private final DatabaseClient database;

    TimeTaken(DatabaseClient database) {
        this.database = database;
    }

    private record Row(UUID incident, long version, Instant ended, List<TimeSpent.Part> parts) {}

    /** In the transaction of the caller. */
    Mono<Void> take(List<TimeSpent> told) {
        if (told.isEmpty()) {
            return Mono.empty();
        }
        List<Row> rows = told.stream()
                .map(spent -> new Row(spent.incidentId(), spent.incidentVersion(), spent.endedAt(), spent.parts()))
                .toList();
        return database.sql("""
                        insert into time_spent (incident_id, incident_version, ended_at, parts)
                        select distinct on (incident) incident, version, ended, parts
                        from json_to_recordset(cast(:rows as json)) as fresh (incident uuid, version bigint, ended timestamptz, parts jsonb)
                        order by incident, version desc
                        on conflict (incident_id) do update set incident_version = excluded.incident_version,
                            ended_at = excluded.ended_at, parts = excluded.parts
                        where time_spent.incident_version < excluded.incident_version""")
                .bind("rows", Json.mapper().writeValueAsString(rows))
                .then();
    }

    /**
     * A line with everybody's minutes, and one for each organ that had it in vain; none where the end that told of it was taken back.
     *
     * @param clause by which organs give it back
     */
    Flux<TimelineEntry> timeline(UUID incident, @Nullable String clause) {
        return database.sql("""
                        select cast(t.parts as text) as parts, t.ended_at,
                               cast((select jsonb_object_agg(e.fact ->> 'organ', e.fact ->> 'organName') from incident_event e
                                     where e.incident_id = t.incident_id and e.type in ('IncidentRouted', 'ContributionRequested')) as text) as names
                        from time_spent t where t.incident_id = :id
                           and not exists (select from incident_event u where u.incident_id = t.incident_id and u.version > t.incident_version
                                              and u.type = 'StepUndone' and cast(u.fact ->> 'backTo' as bigint) < t.incident_version)""")
                .bind("id", incident)
                .map(row -> entries(
                        Json.mapper().readValue(requireNonNull(row.get("parts", String.class)), PARTS),
                        Json.mapper().readValue(requireNonNullElse(row.get("names", String.class), "{}"), NAMES),
                        requireNonNull(row.get("ended_at", Instant.class)),
                        clause))
                .one()
                .flatMapIterable(entries -> entries);
    }

    private static List<TimelineEntry> entries(
            List<TimeSpent.Part> parts, Map<String, String> names, Instant at, @Nullable String clause) {
        Stream<TimelineEntry> lost =
                parts.stream().filter(TimeSpent.Part::returned).map(part -> lost(part, name(part, names), at, clause));
        // Of what ended before all parts were kept, the lost ones alone are no account of the whole.
        boolean whole = !parts.stream().allMatch(TimeSpent.Part::returned);
        return Stream.concat(whole ? Stream.of(spent(parts, names, at)) : Stream.empty(), lost)
                .toList();
    }

    private static TimelineEntry spent(List<TimeSpent.Part> parts, Map<String, String> names, Instant at) {
        String title = parts.stream()
                .filter(part -> minutes(part) > 0)
                .map(part -> where(part, names) + " — " + Russian.count(minutes(part), "минута", "минуты", "минут"))
                .collect(Collectors.joining(", "));
        List<Map<String, Object>> told = parts.stream().map(TimeTaken::details).toList();
        return new TimelineEntry(
                null,
                at,
                "TimeSpent",
                "Чьё рабочее время ушло: " + (title.isEmpty() ? "меньше минуты" : title),
                Actor.SYSTEM,
                null,
                Map.of("parts", told));
    }

    private static Map<String, Object> details(TimeSpent.Part part) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("holder", part.holder());
        if (part.organ() != null) {
            details.put("organ", part.organ());
        }
        details.put("returned", part.returned());
        details.put("minutes", minutes(part));
        return details;
    }

    private static String where(TimeSpent.Part part, Map<String, String> names) {
        return switch (part.holder()) {
            case "curator" -> "у куратора";
            case "organ" -> "«" + name(part, names) + "»" + (part.returned() ? " (направлено не туда)" : "");
            case "agreement" -> "согласование внутри органа";
            case "approval" -> "согласование ответа";
            case "publication" -> "публикация";
            case "author" -> "ждали автора";
            case NIGHTS -> "кроме того, нерабочее время";
            default -> part.holder();
        };
    }

    private static TimelineEntry lost(TimeSpent.Part part, String name, Instant at, @Nullable String clause) {
        String title = "Потеряно на неверном направлении в «%s»: %s"
                .formatted(name, Russian.count(minutes(part), "рабочая минута", "рабочие минуты", "рабочих минут"));
        return new TimelineEntry(
                null,
                at,
                "TimeLost",
                title,
                Actor.SYSTEM,
                clause,
                Map.of("organ", String.valueOf(part.organ()), "minutes", minutes(part)));
    }

    private static String name(TimeSpent.Part part, Map<String, String> names) {
        String organ = String.valueOf(part.organ());
        return names.getOrDefault(organ, organ);
    }

    /** The nearest whole number. */
    private static long minutes(TimeSpent.Part part) {
        return part.spent().plusSeconds(30).toMinutes();
    }
}
