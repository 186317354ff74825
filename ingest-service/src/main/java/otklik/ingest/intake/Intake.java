package otklik.ingest.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.contracts.post.Origin;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostReceived;
import otklik.ingest.intake.core.Fingerprint;
import otklik.ingest.intake.core.IntakeRules;
import otklik.ingest.intake.core.OfferedPost;
import otklik.ingest.intake.core.Verdict;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/**
 * The one way in. What it answered "taken" for is durable in Kafka; when Kafka or the database is away it takes nothing and says so (503).
 *
 * <p>The post goes to Kafka first and is remembered after: a crash between the two, or the same post at the same moment by two ways, sends
 * the same event id twice, and every consumer ignores the second.
 */
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ReceivedPosts posts;
    private final EventSender sender;
    private final InstantSource time;
    private final IntakeMetrics metrics;

    Intake(ReceivedPosts posts, EventSender sender, InstantSource time, IntakeMetrics metrics) {
        this.posts = posts;
        this.sender = sender;
        this.time = time;
        this.metrics = metrics;
    }

    /** Takes posts of one jurisdiction; the outcome answers each in the order offered. Fails with a 503 {@link Problem}. */
    public Mono<Outcome> take(String jurisdiction, List<OfferedPost> offered, Origin origin) {
        return Mono.defer(() -> {
            metrics.received(offered.size());
            Instant now = time.instant();
            List<Verdict> verdicts = offered.stream()
                    .map(post -> IntakeRules.check(jurisdiction, post, origin, now))
                    .toList();
            List<PostReceived> fit = distinct(verdicts);
            return fit.isEmpty() ? Mono.just(outcome(verdicts, List.of())) : take(jurisdiction, verdicts, fit);
        });
    }

    private Mono<Outcome> take(String jurisdiction, List<Verdict> verdicts, List<PostReceived> fit) {
        return posts.known(jurisdiction, fit)
                .flatMap(known -> makeDurable(jurisdiction, without(known, fit)))
                .doOnError(e -> metrics.deferred(verdicts.size()))
                .onErrorMap(Intake::unavailable)
                .map(fresh -> outcome(verdicts, fresh));
    }

    private Mono<List<PostReceived>> makeDurable(String jurisdiction, List<PostReceived> fresh) {
        if (fresh.isEmpty()) {
            return Mono.just(fresh);
        }
        List<Envelope> envelopes = fresh.stream()
                .map(post -> new Envelope(Fingerprint.eventId(post), post.receivedAt(), post, null))
                .toList();
        return sender.sent(envelopes)
                .then(Mono.defer(() -> posts.remember(jurisdiction, fresh)))
                .thenReturn(fresh);
    }

    private Outcome outcome(List<Verdict> verdicts, List<PostReceived> fresh) {
        Outcome outcome = Outcome.of(verdicts, fresh.size());
        fresh.forEach(post -> metrics.accepted(post.post().channel()));
        metrics.known(outcome.known());
        outcome.refused().values().forEach(metrics::rejected);
        return outcome;
    }

    private static List<PostReceived> distinct(List<Verdict> verdicts) {
        Map<PostKey, PostReceived> distinct = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Accepted accepted) {
                distinct.putIfAbsent(accepted.post().post(), accepted.post());
            }
        }
        return new ArrayList<>(distinct.values());
    }

    private static List<PostReceived> without(Set<PostKey> known, List<PostReceived> posts) {
        return posts.stream().filter(post -> !known.contains(post.post())).toList();
    }

    /** Whatever failed here, nothing was promised, and trying again is right. */
    private static Problem unavailable(Throwable cause) {
        log.warn(
                "Posts could not be made durable; the sender is told to try again in {}: {}",
                RETRY_AFTER,
                cause.toString());
        return Problem.unavailable("Сообщения не приняты: хранилище не отвечает. Повторите запрос позже.", RETRY_AFTER);
    }
}
