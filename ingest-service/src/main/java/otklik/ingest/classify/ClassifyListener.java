package otklik.ingest.classify;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import otklik.contracts.IncidentId;
import otklik.contracts.Topics;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.post.PostReceived;
import otklik.ingest.account.Accounts;
import otklik.ingest.classify.core.PostClassifier;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.messaging.EventSender;
import reactor.core.publisher.Mono;

/**
 * Classifies what was received and tells of it.
 *
 * <p>There is nothing to store, so there is no outbox: the incident goes to Kafka inside the transaction that remembers the post as taken.
 * If that does not commit, the post comes again and is told of again under the same event id, which every consumer knows.
 */
final class ClassifyListener implements EventConsumer {

    private final PostClassifier classifier;
    private final Accounts accounts;
    private final EventSender sender;
    private final ClassifyMetrics metrics;

    ClassifyListener(PostClassifier classifier, Accounts accounts, EventSender sender, ClassifyMetrics metrics) {
        this.classifier = classifier;
        this.accounts = accounts;
        this.sender = sender;
        this.metrics = metrics;
    }

    @Override
    public String group() {
        return "ingest-classify";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTS_RECEIVED);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return onAll(List.of(envelope));
    }

    @Override
    public Mono<Void> onAll(List<Envelope> envelopes) {
        return sender.sent(envelopes.stream()
                .filter(envelope -> envelope.event() instanceof PostReceived)
                .map(envelope -> detected(envelope, (PostReceived) envelope.event()))
                .toList());
    }

    private Envelope detected(Envelope cause, PostReceived post) {
        Classification classification =
                classifier.classify(post, accounts.home(post.post().channel(), post.address()));
        metrics.classified(classification);
        UUID incident = IncidentId.of(post.jurisdiction(), post.post());
        IncidentDetected detected = new IncidentDetected(
                incident,
                post.jurisdiction(),
                post.post(),
                post.kind(),
                post.url(),
                post.text(),
                post.author(),
                post.address(),
                post.postedAt(),
                post.receivedAt(),
                classification);
        UUID id = IncidentId.nameBased("incident.detected\n" + incident);
        return new Envelope(id, post.receivedAt(), detected, cause.id().toString());
    }
}
