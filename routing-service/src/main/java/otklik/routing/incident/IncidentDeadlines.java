package otklik.routing.incident;

import java.util.List;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.TimeSpent;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/** Listens to the sla-timer. */
final class IncidentDeadlines implements EventConsumer {

    private final DeadlineStore store;
    private final TimeTaken taken;

    IncidentDeadlines(DeadlineStore store, TimeTaken taken) {
        this.store = store;
        this.taken = taken;
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
        List<TimeSpent> spent = envelopes.stream()
                .filter(envelope -> envelope.event() instanceof TimeSpent)
                .map(envelope -> (TimeSpent) envelope.event())
                .toList();
        return (events.isEmpty() ? Mono.<Void>empty() : store.take(events)).then(taken.take(spent));
    }
}
