package otklik.routing.promise;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import otklik.contracts.IncidentId;
import otklik.contracts.Topics;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.promise.core.Promise;
import otklik.routing.promise.core.PromiseRules;
import otklik.routing.promise.core.PromiseWords;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads every reply that went out for what it promises. It takes the service's own facts from the topic, so that replies from before it was
 * there are read too; the same reply read again gives the same promises, which are there already.
 */
final class PublishedPromises implements EventConsumer {

    private final PromiseStore store;

    PublishedPromises(PromiseStore store) {
        this.store = store;
    }

    @Override
    public String group() {
        return "routing.promises";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_LIFECYCLE);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof IncidentEvent event
                        && event.fact() instanceof IncidentFact.ReplyPublished published
                        && published.kind() != ReplyKind.CLARIFICATION
                ? store.said(event.incidentId(), published.replyId())
                        .flatMapMany(said -> promises(event.incidentId(), published, said))
                        .concatMap(store::add)
                        .then()
                : Mono.empty();
    }

    private static Flux<Promise> promises(
            UUID incident, IncidentFact.ReplyPublished published, PromiseStore.Said said) {
        Regulation regulation = Regulations.installed().get(said.jurisdiction(), said.detectedAt());
        LocalDate day = published.publishedAt().atZone(regulation.zone()).toLocalDate();
        return Flux.fromIterable(PromiseWords.in(said.text(), day, regulation.office()::isWorkingDay))
                .map(found -> new Promise(
                        IncidentId.nameBased("promise/" + published.replyId() + "/" + found.due()),
                        incident,
                        said.number(),
                        said.jurisdiction(),
                        said.organ(),
                        found.words(),
                        found.sentence(),
                        day,
                        found.due(),
                        PromiseRules.endOf(found.due(), regulation.zone()),
                        Promise.Status.OPEN,
                        1,
                        null,
                        null,
                        null,
                        null));
    }
}
