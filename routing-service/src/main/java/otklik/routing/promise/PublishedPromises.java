package otklik.routing.promise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import otklik.contracts.EventType;
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
import reactor.core.publisher.Mono;

/**
 * Reads every reply that went out for what it promises, and keeps which ones went out. It takes the service's own facts from the topic, so that replies from before it was
 * there are read too; the same reply read again gives the same promises, which are there already.
 */
final class PublishedPromises implements EventConsumer {

    private static final EventType PUBLISHED = EventType.of(IncidentFact.ReplyPublished.class);

    private final PromiseStore store;
    private final SentReplies sent;

    PublishedPromises(PromiseStore store, SentReplies sent) {
        this.store = store;
        this.sent = sent;
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
    public boolean takes(EventType type) {
        return type.equals(PUBLISHED);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return onAll(List.of(envelope));
    }

    @Override
    public Mono<Void> onAll(List<Envelope> envelopes) {
        Map<UUID, Published> replies = new LinkedHashMap<>();
        for (Envelope envelope : envelopes) {
            if (envelope.event() instanceof IncidentEvent event
                    && event.fact() instanceof IncidentFact.ReplyPublished published
                    && published.kind() != ReplyKind.CLARIFICATION) {
                replies.put(published.replyId(), new Published(event.incidentId(), published.publishedAt()));
            }
        }
        return replies.isEmpty()
                ? Mono.empty()
                : store.said(incidents(replies))
                        .flatMap(said -> store.add(said.stream()
                                        .flatMap(one -> promises(one, requireNonNull(replies.get(one.reply()))))
                                        .toList())
                                .then(sent.add(said.stream()
                                        .map(one -> sent(one, requireNonNull(replies.get(one.reply()))))
                                        .toList())));
    }

    private static SentReplies.Sent sent(PromiseStore.Said said, Published published) {
        return new SentReplies.Sent(said.reply(), said.jurisdiction(), published.at(), said.incident(), said.version());
    }

    private record Published(UUID incident, Instant at) {}

    private static Map<UUID, UUID> incidents(Map<UUID, Published> replies) {
        Map<UUID, UUID> incidents = new LinkedHashMap<>();
        replies.forEach((reply, published) -> incidents.put(reply, published.incident()));
        return incidents;
    }

    private static Stream<Promise> promises(PromiseStore.Said said, Published published) {
        Regulation regulation = Regulations.installed().get(said.jurisdiction(), said.detectedAt());
        LocalDate day = published.at().atZone(regulation.zone()).toLocalDate();
        return PromiseWords.in(said.text(), day, regulation.office()::isWorkingDay).stream()
                .map(found -> new Promise(
                        IncidentId.nameBased("promise/" + said.reply() + "/" + found.due()),
                        said.incident(),
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
                        null,
                        List.of()));
    }
}
