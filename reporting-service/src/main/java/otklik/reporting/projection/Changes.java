package otklik.reporting.projection;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.sla.DeadlineEvent;
import reactor.core.publisher.Mono;

/**
 * Tells every instance of the service what has changed, by the database's own notifications: they leave with the commit of the change and
 * never without it.
 */
public final class Changes {

    /** Name of the channel in PostgreSQL. */
    public static final String CHANNEL = "otklik_reports";

    private final DatabaseClient database;

    Changes(DatabaseClient database) {
        this.database = database;
    }

    /** Something changed; {@code kind} is the name of the event on the stream. Carries nothing of the citizen. */
    public record Change(String kind, String jurisdiction, Map<String, Object> data) {}

    Mono<Void> tellIncident(UUID incidentId) {
        return database.sql("select jurisdiction, state, version from incident_view where incident_id = :id")
                .bind("id", incidentId)
                .map(row -> {
                    String jurisdiction = String.valueOf(row.get("jurisdiction", String.class));
                    return new Change(
                            "incident",
                            jurisdiction,
                            Map.of(
                                    "id",
                                    incidentId,
                                    "jurisdiction",
                                    jurisdiction,
                                    "state",
                                    String.valueOf(row.get("state", String.class)),
                                    "version",
                                    Objects.requireNonNull(row.get("version", Long.class))));
                })
                .one()
                .flatMap(this::tell);
    }

    Mono<Void> tellDeadline(DeadlineEvent event, String status) {
        Instant dueAt = event.dueAt();
        return tell(new Change(
                "deadline",
                event.jurisdiction(),
                Map.of(
                        "id", event.incidentId(),
                        "deadline", event.deadlineId(),
                        "jurisdiction", event.jurisdiction(),
                        "stage", event.stage(),
                        "title", event.title(),
                        "clause", event.clause(),
                        "dueAt", dueAt,
                        "status", status)));
    }

    private Mono<Void> tell(Change change) {
        return database.sql("select pg_notify(:channel, :change)")
                .bind("channel", CHANNEL)
                .bind("change", Json.mapper().writeValueAsString(change))
                .then();
    }
}
