package otklik.publisher.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.IncidentId;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.messaging.Envelope;
import otklik.messaging.TableOutbox;
import otklik.publisher.reply.core.Decision;
import otklik.publisher.reply.core.Step;
import reactor.core.publisher.Mono;

/** Writes down what was decided of a reply, together with the event that tells it: both or neither. */
final class ReplyLedger {

    private final ReplyStore store;
    private final TableOutbox outbox;
    private final TransactionalOperator transaction;
    private final String pageBase;

    ReplyLedger(ReplyStore store, TableOutbox outbox, TransactionalOperator transaction, String pageBase) {
        this.store = store;
        this.outbox = outbox;
        this.transaction = transaction;
        this.pageBase = pageBase;
    }

    /** @return false if the reply had moved on meanwhile; then nothing is written */
    Mono<Boolean> record(Reply reply, Decision decision, Instant now) {
        String permalink = decision.step() instanceof Step.Close close ? permalink(reply, close) : null;
        return store.change(reply, decision.step(), permalink, now)
                .flatMap(changed -> changed
                        ? tell(reply, decision.step(), permalink, now)
                                .then(rest(reply, decision))
                                .thenReturn(true)
                        : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Void> tell(Reply reply, Step step, @Nullable String permalink, Instant now) {
        return switch (step) {
            case Step.SendAgain ignored -> Mono.empty();
            case Step.LookAt ignored -> Mono.empty();
            case Step.Close close ->
                add(
                        reply,
                        new PublicationFact.PublicationSucceeded(
                                ReplyStore.remoteId(reply, close),
                                String.valueOf(permalink),
                                close.publishedAt(),
                                sha256(reply.text())),
                        now);
            case Step.Refuse refuse ->
                add(
                        reply,
                        new PublicationFact.PublicationRefused(
                                refuse.reason().name(), refuse.reason().sentence() + " (" + refuse.detail() + ")"),
                        now);
        };
    }

    private Mono<Void> add(Reply reply, PublicationFact fact, Instant now) {
        PublicationEvent event =
                new PublicationEvent(reply.incidentId(), reply.jurisdiction(), reply.id(), reply.channel(), now, fact);
        // A reply has one outcome, hence one event.
        UUID id = IncidentId.nameBased("publication:" + reply.id());
        return outbox.add(new Envelope(id, now, event, reply.cause()));
    }

    private Mono<Void> rest(Reply reply, Decision decision) {
        Instant until = decision.accountRestsUntil();
        return until != null && decision.step() instanceof Step.Refuse refuse
                ? store.rest(reply.account(), until, refuse.reason().name())
                : Mono.empty();
    }

    private String permalink(Reply reply, Step.Close close) {
        String thread = close.thread() == null ? "" : "&thread=" + close.thread();
        return pageBase + "/" + reply.target().name() + "?reply=" + close.comment() + thread;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
