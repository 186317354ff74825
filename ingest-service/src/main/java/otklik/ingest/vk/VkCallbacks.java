package otklik.ingest.vk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.contracts.post.Origin;
import otklik.ingest.account.Accounts;
import otklik.ingest.account.VkAccount;
import otklik.ingest.intake.Intake;
import otklik.ingest.intake.Outcome;
import otklik.ingest.intake.core.OfferedPost;
import otklik.ingest.intake.core.Refusal;
import otklik.ingest.vk.core.IgnoreReason;
import otklik.ingest.vk.core.Reading;
import otklik.ingest.vk.core.WallReader;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/**
 * Answers callbacks: {@code ok} exactly when what they tell is durable in Kafka or is nothing for us, so that VK's own repetition brings
 * whatever we could not take.
 */
final class VkCallbacks {

    private static final Logger log = LoggerFactory.getLogger(VkCallbacks.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String OK = "ok";

    private final Accounts accounts;
    private final CallbackEvents events;
    private final Intake intake;
    private final InstantSource time;
    private final CallbackMetrics metrics;

    VkCallbacks(Accounts accounts, CallbackEvents events, Intake intake, InstantSource time, CallbackMetrics metrics) {
        this.accounts = accounts;
        this.events = events;
        this.intake = intake;
        this.time = time;
        this.metrics = metrics;
    }

    boolean areExpectedFor(String jurisdiction) {
        return accounts.hasVkOf(jurisdiction);
    }

    /** The body to answer with. Fails with a {@link Problem}. */
    Mono<String> answer(String jurisdiction, byte[] body) {
        return Mono.defer(() -> authenticated(jurisdiction, Callback.parse(body)))
                .onErrorMap(Callback.Unreadable.class, VkCallbacks::unreadable)
                .doOnError(Problem.class, problem -> metrics.ended(outcome(problem)));
    }

    private Mono<String> authenticated(String jurisdiction, Callback callback) {
        VkAccount account = accounts.vk(jurisdiction, callback.groupId()).orElseThrow(VkCallbacks::wrongSecret);
        boolean isConfirmation = callback.type().equals("confirmation");
        String secret = callback.secret();
        if (secret == null ? !isConfirmation : !account.isSecret(secret)) {
            log.warn("A callback for {} came with a wrong secret and is refused", account);
            throw wrongSecret();
        }
        if (isConfirmation) {
            metrics.ended(CallbackMetrics.Outcome.CONFIRMED);
            return Mono.just(account.confirmation());
        }
        return once(jurisdiction, callback);
    }

    private Mono<String> once(String jurisdiction, Callback callback) {
        String eventId = callback.eventId();
        if (eventId == null) {
            return act(jurisdiction, callback);
        }
        return events.isKnown(callback.groupId(), eventId)
                .onErrorMap(VkCallbacks::unavailable)
                .flatMap(known -> known
                        ? duplicate()
                        : act(jurisdiction, callback).delayUntil(ok -> remember(callback, eventId)));
    }

    private Mono<Void> remember(Callback callback, String eventId) {
        return events.remember(callback.groupId(), eventId, time.instant()).onErrorResume(e -> {
            log.warn(
                    "A callback is durable but could not be remembered; a repetition will be known by its post: {}",
                    e.toString());
            return Mono.empty();
        });
    }

    private Mono<String> duplicate() {
        metrics.ended(CallbackMetrics.Outcome.DUPLICATE);
        return Mono.just(OK);
    }

    private Mono<String> act(String jurisdiction, Callback callback) {
        return switch (read(callback)) {
            case Reading.Written(OfferedPost post) ->
                intake.take(jurisdiction, List.of(post), Origin.WEBHOOK).map(this::taken);
            case Reading.Ignored(IgnoreReason reason) -> {
                metrics.ended(CallbackMetrics.Outcome.valueOf(reason.name()));
                yield Mono.just(OK);
            }
        };
    }

    private static Reading read(Callback callback) {
        return switch (callback.type()) {
            case "wall_post_new" -> WallReader.read(callback.wallPost(), callback.groupId());
            case "wall_reply_new" -> WallReader.read(callback.wallReply(), callback.groupId());
            default -> new Reading.Ignored(IgnoreReason.UNKNOWN_TYPE);
        };
    }

    private String taken(Outcome outcome) {
        for (Refusal reason : outcome.refused().values()) {
            throw new Problem(reason.status(), "not-taken", "Сообщение не принято", reason.detail(), null);
        }
        metrics.ended(CallbackMetrics.Outcome.TAKEN);
        return OK;
    }

    private static CallbackMetrics.Outcome outcome(Problem problem) {
        return switch (problem.status()) {
            case 400 -> CallbackMetrics.Outcome.UNREADABLE;
            case 403 -> CallbackMetrics.Outcome.WRONG_SECRET;
            case 503 -> CallbackMetrics.Outcome.DEFERRED;
            default -> CallbackMetrics.Outcome.REFUSED;
        };
    }

    private static Problem unreadable(Callback.Unreadable e) {
        return Problem.badRequest("unreadable", "Уведомление не удалось прочитать", e.detail());
    }

    private static Problem wrongSecret() {
        return new Problem(
                403,
                "wrong-secret",
                "Секретный ключ не подходит",
                "Проверьте сообщество и секретный ключ в настройках Callback API.",
                null);
    }

    private static Problem unavailable(Throwable cause) {
        log.warn("A callback could not be taken; VK is told to try again in {}: {}", RETRY_AFTER, cause.toString());
        return Problem.unavailable("Уведомление не принято: хранилище не отвечает.", RETRY_AFTER);
    }
}
