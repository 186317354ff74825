package otklik.routing.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.publication.PublicationEvent;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.PublicationOutcome;
import reactor.core.publisher.Mono;

/** Takes the publisher's word of what became of a reply. */
final class PublishedReplies implements EventConsumer {

    private final IncidentStore store;
    private final InstantSource time;

    PublishedReplies(IncidentStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public String group() {
        return "routing.publications";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REPLIES_PUBLICATIONS);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        if (!(envelope.event() instanceof PublicationEvent publication)) {
            return Mono.empty();
        }
        return store.lock(publication.incidentId()).flatMap(locked -> take(envelope, locked, publication));
    }

    private Mono<Void> take(Envelope envelope, LockedIncident locked, PublicationEvent publication) {
        List<Fact> facts = PublicationOutcome.facts(locked.incident(), publication);
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        return facts.isEmpty()
                ? Mono.empty()
                : store.append(new IncidentStore.Addition(
                                locked, facts, Actor.SYSTEM, now, envelope.id().toString(), null))
                        .then();
    }
}
