package otklik.reporting.projection;

import java.time.Instant;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.ClassificationCorrected;
import otklik.contracts.incident.IncidentFact.ContributionRequested;
import otklik.contracts.incident.IncidentFact.IncidentRegistered;
import otklik.contracts.incident.IncidentFact.IncidentRouted;
import otklik.contracts.incident.IncidentFact.ReplyPublished;
import otklik.contracts.incident.IncidentFact.StepUndone;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.reporting.projection.core.FactType;
import reactor.core.publisher.Mono;

/** Takes the facts of incidents' lives into the projection. */
final class LifecycleConsumer implements EventConsumer {

    private final IncidentStore incidents;
    private final Changes changes;

    LifecycleConsumer(IncidentStore incidents, Changes changes) {
        this.incidents = incidents;
        this.changes = changes;
    }

    @Override
    public String group() {
        return "reporting-service.lifecycle";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_LIFECYCLE);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof IncidentEvent event ? take(event) : Mono.empty();
    }

    private Mono<Void> take(IncidentEvent event) {
        FactType type = FactType.of(event.fact());
        return incidents
                .know(event)
                .then(describe(event))
                .then(incidents.move(event, type))
                .then(incidents.add(event, type, happenedAt(event)))
                .then(type == FactType.ANSWERED ? incidents.answer(event, happenedAt(event)) : Mono.empty())
                .then(changes.tellIncident(event.incidentId()));
    }

    /** What only some facts say, beside the state. */
    private Mono<Void> describe(IncidentEvent event) {
        IncidentFact fact = event.fact();
        if (fact instanceof IncidentRegistered registered) {
            return incidents.register(event, registered);
        }
        if (fact instanceof ClassificationCorrected corrected) {
            return incidents.correct(event, corrected);
        }
        if (fact instanceof IncidentRouted routed) {
            return incidents.assign(routed).then(incidents.sent(event, routed));
        }
        if (fact instanceof StepUndone undone) {
            return incidents.forget(event, undone);
        }
        return fact instanceof ContributionRequested requested && !requested.lead()
                ? incidents.sent(event, requested.organ(), "curator")
                : Mono.empty();
    }

    /** A publication counts from when it stood there, not from when we learned of it. */
    private static Instant happenedAt(IncidentEvent event) {
        return event.fact() instanceof ReplyPublished published ? published.publishedAt() : event.at();
    }
}
