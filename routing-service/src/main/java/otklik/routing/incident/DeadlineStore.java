package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Duty;
import otklik.regulation.Importance;
import otklik.regulation.Regulations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Deadlines of incidents as the sla-timer tells of them: for the card, the queue and the timeline. */
final class DeadlineStore {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final DatabaseClient database;

    DeadlineStore(DatabaseClient database) {
        this.database = database;
    }

    /** Takes one event, in the transaction of the caller. Events of one incident come in order. */
    Mono<Void> take(UUID eventId, DeadlineEvent event) {
        return note(eventId, event).then(upsert(event)).then(pointAtNext(event.incidentId()));
    }

    private Mono<Void> note(UUID eventId, DeadlineEvent event) {
        return database.sql("""
                        insert into deadline_event (event_id, incident_id, at, fact, stage, title, clause, due_at)
                        values (:id, :incident, :at, cast(:fact as json), :stage, :title, :clause, :due) on conflict do nothing""")
                .bind("id", eventId)
                .bind("incident", event.incidentId())
                .bind("at", event.at())
                .bind("fact", Json.mapper().writerFor(DeadlineFact.class).writeValueAsString(event.fact()))
                .bind("stage", event.stage())
                .bind("title", event.title())
                .bind("clause", event.clause())
                .bind("due", event.dueAt())
                .then();
    }

    private Mono<Void> upsert(DeadlineEvent event) {
        String status = status(event.fact());
        String explanation = explanation(event.fact());
        var upsert = database.sql("""
                        insert into incident_deadline (deadline_id, incident_id, stage, title, clause, started_at, due_at, is_duty, status, explanation)
                        values (:id, :incident, :stage, :title, :clause, :started, :due, :duty, coalesce(:status, 'OPEN'), :explanation)
                        on conflict (deadline_id) do update set due_at = excluded.due_at,
                            status = coalesce(:status, incident_deadline.status),
                            explanation = coalesce(excluded.explanation, incident_deadline.explanation)""")
                .bind("id", event.deadlineId())
                .bind("incident", event.incidentId())
                .bind("stage", event.stage())
                .bind("title", event.title())
                .bind("clause", event.clause())
                .bind("started", event.startedAt())
                .bind("duty", isDuty(event))
                .bind("due", event.dueAt());
        upsert = status == null ? upsert.bindNull("status", String.class) : upsert.bind("status", status);
        upsert = explanation == null
                ? upsert.bindNull("explanation", String.class)
                : upsert.bind("explanation", explanation);
        return upsert.then();
    }

    /** A window is a chance, nobody's duty (AK-7). */
    private static boolean isDuty(DeadlineEvent event) {
        return Regulations.shipped()
                .find(event.jurisdiction())
                .flatMap(regulation -> regulation.findTerm(event.stage(), Importance.NORMAL))
                .map(term -> term.duty() == Duty.OBLIGATION)
                .orElse(true);
    }

    /** What the deadline is after the fact; null if the fact does not change that. */
    private static @Nullable String status(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineSet ignored -> "OPEN";
            case DeadlineFact.DeadlineMet met -> met.late() ? "MET_LATE" : "MET";
            case DeadlineFact.DeadlineMoved ignored -> "OPEN";
            case DeadlineFact.DeadlineCancelled ignored -> "CANCELLED";
            case DeadlineFact.DeadlineLapsed ignored -> "LAPSED";
            case DeadlineFact.DeadlineWarned ignored -> "WARNED";
            case DeadlineFact.DeadlineBreached ignored -> "BREACHED";
            case DeadlineFact.DeadlineEscalated ignored -> null;
        };
    }

    private static @Nullable String explanation(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineSet set -> set.explanation();
            case DeadlineFact.DeadlineMoved moved -> moved.explanation();
            case DeadlineFact.DeadlineMet ignored -> null;
            case DeadlineFact.DeadlineCancelled ignored -> null;
            case DeadlineFact.DeadlineLapsed ignored -> null;
            case DeadlineFact.DeadlineWarned ignored -> null;
            case DeadlineFact.DeadlineBreached ignored -> null;
            case DeadlineFact.DeadlineEscalated ignored -> null;
        };
    }

    /** The queue is sorted by the nearest deadline that somebody has to keep. */
    private Mono<Void> pointAtNext(UUID incident) {
        return database.sql("""
                        update incident set next_due_at = (
                            select min(due_at) from incident_deadline
                            where incident_id = :id and status in ('OPEN', 'WARNED', 'BREACHED') and is_duty)
                        where id = :id""").bind("id", incident).then();
    }

    /** What happened to deadlines, in order. */
    Flux<TimelineEntry> timeline(UUID incident) {
        return database.sql("""
                        select at, cast(fact as text) as fact, stage, title, clause, due_at from deadline_event
                        where incident_id = :id order by at""")
                .bind("id", incident)
                .map(row -> entry(
                        requireNonNull(row.get("at", Instant.class)),
                        requireNonNull(row.get("fact", String.class)),
                        requireNonNull(row.get("title", String.class)),
                        requireNonNull(row.get("clause", String.class)),
                        requireNonNull(row.get("due_at", Instant.class))))
                .all();
    }

    private static TimelineEntry entry(Instant at, String factJson, String title, String clause, Instant dueAt) {
        DeadlineFact fact = Json.mapper().readValue(factJson, DeadlineFact.class);
        Map<String, Object> details = new LinkedHashMap<>(Json.mapper().readValue(factJson, DETAILS));
        details.put("dueAt", dueAt.toString());
        return new TimelineEntry(
                null, at, fact.getClass().getSimpleName(), words(fact) + ": " + title, Actor.SYSTEM, clause, details);
    }

    private static String words(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineSet ignored -> "Пошёл срок";
            case DeadlineFact.DeadlineMet met -> met.late() ? "Сделано с опозданием" : "Сделано в срок";
            case DeadlineFact.DeadlineMoved ignored -> "Срок перенесён";
            case DeadlineFact.DeadlineCancelled ignored -> "Срок снят";
            case DeadlineFact.DeadlineLapsed ignored -> "Время вышло";
            case DeadlineFact.DeadlineWarned warned -> "Прошло " + warned.percent() + " % срока";
            case DeadlineFact.DeadlineBreached ignored -> "Срок пропущен";
            case DeadlineFact.DeadlineEscalated escalated -> "Сообщено выше (" + escalated.level() + ")";
        };
    }
}
