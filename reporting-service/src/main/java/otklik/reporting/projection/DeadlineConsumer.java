package otklik.reporting.projection;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Event;
import otklik.contracts.Topics;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.DeadlineFact.DeadlineMet;
import otklik.contracts.sla.DeadlineFact.DeadlineWarned;
import otklik.contracts.sla.TimeSpent;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/** Takes what happens to deadlines, and whose time incidents took, into the projection. Each event only adds knowledge, so order and repetition do not matter. */
final class DeadlineConsumer implements EventConsumer {

    private static final String LEARN = """
            insert into deadline_fact (deadline_id, incident_id, jurisdiction, stage, title, clause, organ, started_at, due_at, due_known_at,
                                       warned_percent, breached_at, met_at, met_late, cancelled_at, lapsed_at)
            values (:id, :incident, :jurisdiction, :stage, :title, :clause, :organ, :started, :due, :at,
                    :warned, :breached, :met, :late, :cancelled, :lapsed)
            on conflict (deadline_id) do update set
                   due_at = case when excluded.due_known_at >= deadline_fact.due_known_at then excluded.due_at else deadline_fact.due_at end,
                   organ = case when excluded.due_known_at >= deadline_fact.due_known_at
                                then coalesce(excluded.organ, deadline_fact.organ) else deadline_fact.organ end,
                   due_known_at = greatest(deadline_fact.due_known_at, excluded.due_known_at),
                   warned_percent = greatest(deadline_fact.warned_percent, excluded.warned_percent),
                   breached_at = greatest(deadline_fact.breached_at, excluded.breached_at),
                   met_at = coalesce(deadline_fact.met_at, excluded.met_at),
                   met_late = deadline_fact.met_late or excluded.met_late,
                   cancelled_at = coalesce(deadline_fact.cancelled_at, excluded.cancelled_at),
                   lapsed_at = coalesce(deadline_fact.lapsed_at, excluded.lapsed_at)""";

    private final DatabaseClient database;
    private final TimeLost lost;
    private final Changes changes;

    DeadlineConsumer(DatabaseClient database, Changes changes) {
        this.database = database;
        this.lost = new TimeLost(database);
        this.changes = changes;
    }

    @Override
    public String group() {
        return "reporting-service.deadlines";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SLA_DEADLINES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return switch (envelope.event()) {
            case DeadlineEvent event -> learn(event).then(tell(event));
            case TimeSpent spent -> lost.learn(spent);
            case Event other -> Mono.empty();
        };
    }

    private Mono<Void> learn(DeadlineEvent event) {
        DeadlineFact fact = event.fact();
        return database.sql(LEARN)
                .bind("id", event.deadlineId())
                .bind("incident", event.incidentId())
                .bind("jurisdiction", event.jurisdiction())
                .bind("stage", event.stage())
                .bind("title", event.title())
                .bind("clause", event.clause())
                .bind("organ", Parameters.in(R2dbcType.VARCHAR, event.organ()))
                .bind("started", event.startedAt())
                .bind("due", event.dueAt())
                .bind("at", event.at())
                .bind(
                        "warned",
                        Parameters.in(
                                R2dbcType.INTEGER, fact instanceof DeadlineWarned warned ? warned.percent() : null))
                .bind("breached", at(event, fact instanceof DeadlineFact.DeadlineBreached))
                .bind("met", at(event, fact instanceof DeadlineMet))
                .bind("late", fact instanceof DeadlineMet met && met.late())
                .bind("cancelled", at(event, fact instanceof DeadlineFact.DeadlineCancelled))
                .bind("lapsed", at(event, fact instanceof DeadlineFact.DeadlineLapsed))
                .then();
    }

    private Mono<Void> tell(DeadlineEvent event) {
        String status = switch (event.fact()) {
            case DeadlineWarned ignored -> "WARNED";
            case DeadlineFact.DeadlineBreached ignored -> "BREACHED";
            case DeadlineFact.DeadlineSet ignored -> null;
            case DeadlineMet ignored -> null;
            case DeadlineFact.DeadlineMoved ignored -> null;
            case DeadlineFact.DeadlineCancelled ignored -> null;
            case DeadlineFact.DeadlineLapsed ignored -> null;
            case DeadlineFact.DeadlineEscalated ignored -> null;
        };
        return status == null ? Mono.empty() : changes.tellDeadline(event, status);
    }

    private static Object at(DeadlineEvent event, boolean happened) {
        @Nullable Instant at = happened ? event.at() : null;
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at);
    }
}
