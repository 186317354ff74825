package otklik.routing.incident;

import java.util.List;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.sla.DeadlineEvent;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/** Listens to the sla-timer. */
final class IncidentDeadlines implements EventConsumer {

    private final DeadlineStore store;

    IncidentDeadlines(DeadlineStore store) {
        this.store = store;
    }

    @Override
    public String group() {
        return "routing.deadlines";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SLA_DEADLINES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return onAll(List.of(envelope));
    }

    @Override
    public Mono<Void> onAll(List<Envelope> envelopes) {
        List<DeadlineStore.Noted> events = envelopes.stream()
                .filter(envelope -> envelope.event() instanceof DeadlineEvent)
                .map(envelope -> new DeadlineStore.Noted(envelope.id(), (DeadlineEvent) envelope.event()))
                .toList();
        return events.isEmpty() ? Mono.empty() : store.take(events);
    }
}
