package otklik.publisher.reply;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Decision;
import otklik.publisher.reply.core.Look;
import otklik.publisher.reply.core.Outcome;
import otklik.publisher.reply.core.Step;
import reactor.core.publisher.Mono;

/** Makes one attempt, or one look at the page, and writes down what follows. Blocks its thread. */
final class ReplySender {

    static final String SERVICE_TOKEN = "service";

    private static final Logger log = LoggerFactory.getLogger(ReplySender.class);
    private static final Duration DATABASE = Duration.ofSeconds(20);

    private final VkSettings vk;
    private final ReplySettings settings;
    private final VkWriter writer;
    private final VkReader reader;
    private final ReplyStore store;
    private final ReplyFiles files;
    private final ReplyLedger ledger;
    private final ReplyMetrics metrics;
    private final RateLimiterRegistry rates;
    private final CircuitBreaker circuit;
    private final InstantSource time;
    private final Runnable told;

    /** @param told called when there is an outcome to carry to Kafka */
    ReplySender(
            VkSettings vk,
            ReplySettings settings,
            VkWriter writer,
            VkReader reader,
            ReplyStore store,
            ReplyFiles files,
            ReplyLedger ledger,
            ReplyMetrics metrics,
            RateLimiterRegistry rates,
            CircuitBreaker circuit,
            InstantSource time,
            Runnable told) {
        this.vk = vk;
        this.settings = settings;
        this.writer = writer;
        this.reader = reader;
        this.store = store;
        this.files = files;
        this.ledger = ledger;
        this.metrics = metrics;
        this.rates = rates;
        this.circuit = circuit;
        this.time = time;
        this.told = told;
    }

    /** Sends a reply whose row says SENDING. */
    void send(Reply reply) {
        Outcome outcome = vk.account(reply.jurisdiction())
                .map(account -> outcome(reply, account))
                .orElseGet(() -> new Outcome.NotSent("no account for " + reply.jurisdiction()));
        metrics.called(outcome);
        Instant now = time.instant();
        record(reply, reply.attempt().after(outcome, now, settings.waiting()), now);
    }

    /** Looks whether a reply of unknown outcome stands on the page. */
    void look(Reply reply) {
        Look look = vk.account(reply.jurisdiction())
                .map(account -> look(reply, account))
                .orElseGet(() -> new Look.Unreadable("no account for " + reply.jurisdiction()));
        metrics.looked(look);
        Instant now = time.instant();
        record(reply, reply.attempt().after(look, now, settings.waiting()), now);
    }

    void record(Reply reply, Decision decision, Instant now) {
        Boolean changed = ledger.record(reply, decision, now).block(DATABASE);
        if (Boolean.TRUE.equals(changed)) {
            metrics.ended(decision.step());
            told.run();
            tell(reply, decision.step());
        }
    }

    private Outcome outcome(Reply reply, Account account) {
        if (!rates.rateLimiter(account.name()).acquirePermission()) {
            return new Outcome.NotSent("our own limit of calls");
        }
        // A worker that slept must not send when others may already count the outcome as unknown.
        if (time.instant()
                .isAfter(
                        reply.attempt().beganAt().plus(settings.sendingTimeout().minus(vk.callTimeout())))) {
            return new Outcome.NotSent("too late after the mark");
        }
        if (!circuit.tryAcquirePermission()) {
            return new Outcome.NotSent("VK does not answer; the circuit is open");
        }
        Outcome outcome =
                answered(files.names(reply.id()).flatMap(attachments -> writer.comment(reply, attachments, account)));
        switch (outcome) {
            case Outcome.Done ignored -> circuit.onSuccess(0, TimeUnit.MILLISECONDS);
            case Outcome.Declined ignored -> circuit.onSuccess(0, TimeUnit.MILLISECONDS);
            case Outcome.NotSent notSent ->
                circuit.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(notSent.why()));
            case Outcome.Unclear unclear ->
                circuit.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(unclear.why()));
        }
        return outcome;
    }

    private static Outcome answered(Mono<Outcome> call) {
        Outcome outcome = call.block();
        return outcome == null ? new Outcome.Unclear("no answer") : outcome;
    }

    private Look look(Reply reply, Account account) {
        if (!rates.rateLimiter(SERVICE_TOKEN).acquirePermission()) {
            return new Look.Unreadable("our own limit of calls");
        }
        List<String> taken = store.proofs(reply.account(), reply.id()).block(DATABASE);
        Look look =
                reader.look(reply, account, taken == null ? List.of() : taken).block();
        return look == null ? new Look.Unreadable("no answer") : look;
    }

    private static void tell(Reply reply, Step step) {
        switch (step) {
            case Step.Close close -> log.info("Reply {} stands as comment {}", reply.id(), close.comment());
            case Step.SendAgain again -> log.info("Reply {} is sent at {}: {}", reply.id(), again.at(), again.why());
            case Step.LookAt look ->
                log.info(
                        "Reply {} has no clear outcome, the page is read at {}: {}", reply.id(), look.at(), look.why());
            case Step.Refuse refuse ->
                log.warn("Reply {} goes to a person: {} {}", reply.id(), refuse.reason(), refuse.detail());
        }
    }
}
