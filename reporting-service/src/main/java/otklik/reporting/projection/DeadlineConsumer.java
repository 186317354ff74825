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
import otklik.contracts.sla.DeadlineFact.DeadlineCancelled;
import otklik.contracts.sla.DeadlineFact.DeadlineMet;
import otklik.contracts.sla.DeadlineFact.DeadlineReopened;
import otklik.contracts.sla.DeadlineFact.DeadlineWarned;
import otklik.contracts.sla.TimeSpent;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/** Takes what happens to deadlines, and whose time incidents took, into the projection. Each event only adds knowledge, so order and repetition do not matter. */
final class DeadlineConsumer implements EventConsumer {

    private static final String LEARN = """
            insert into deadline_fact (deadline_id, incident_id, jurisdiction, stage, title, clause, organ, started_at, due_at, due_known_at,
                                       warned_percent, breached_at, lapsed_at, reopened_by)
            values (:id, :incident, :jurisdiction, :stage, :title, :clause, :organ, :started, :due, :at,
                    :warned, :breached, :lapsed, :reopened)
            on conflict (deadline_id) do update set
                   due_at = case when excluded.due_known_at >= deadline_fact.due_known_at then excluded.due_at else deadline_fact.due_at end,
                   organ = case when excluded.due_known_at >= deadline_fact.due_known_at
                                then coalesce(excluded.organ, deadline_fact.organ) else deadline_fact.organ end,
                   due_known_at = greatest(deadline_fact.due_known_at, excluded.due_known_at),
                   warned_percent = greatest(deadline_fact.warned_percent, excluded.warned_percent),
                   breached_at = greatest(deadline_fact.breached_at, excluded.breached_at),
                   lapsed_at = coalesce(deadline_fact.lapsed_at, excluded.lapsed_at),
                   reopened_by = greatest(deadline_fact.reopened_by, excluded.reopened_by)""";
    /** Of the ends that were told only the last holds, and none that an undoing came after. */
    private static final String END = """
            update deadline_fact set met_at = :met, met_late = :late, cancelled_at = :cancelled, ended_by = :ended
             where deadline_id = :id and ended_by < :ended""";

    private static final String REOPEN = """
            update deadline_fact set met_at = null, met_late = false, cancelled_at = null
             where deadline_id = :id and ended_by < reopened_by""";

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
                .bind("lapsed", at(event, fact instanceof DeadlineFact.DeadlineLapsed))
                .bind("reopened", fact instanceof DeadlineReopened ? event.incidentVersion() : 0L)
                .then()
                .then(fact instanceof DeadlineMet || fact instanceof DeadlineCancelled ? end(event) : Mono.empty())
                .then(reopen(event));
    }

    private Mono<Void> end(DeadlineEvent event) {
        return database.sql(END)
                .bind("id", event.deadlineId())
                .bind("met", at(event, event.fact() instanceof DeadlineMet))
                .bind("late", event.fact() instanceof DeadlineMet met && met.late())
                .bind("cancelled", at(event, event.fact() instanceof DeadlineCancelled))
                .bind("ended", event.incidentVersion())
                .then();
    }

    private Mono<Void> reopen(DeadlineEvent event) {
        return database.sql(REOPEN).bind("id", event.deadlineId()).then();
    }

    private Mono<Void> tell(DeadlineEvent event) {
        String status = switch (event.fact()) {
            case DeadlineWarned ignored -> "WARNED";
            case DeadlineFact.DeadlineBreached ignored -> "BREACHED";
            case DeadlineFact.DeadlineSet ignored -> null;
            case DeadlineMet ignored -> null;
            case DeadlineFact.DeadlineMoved ignored -> null;
            case DeadlineCancelled ignored -> null;
            case DeadlineReopened ignored -> null;
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
