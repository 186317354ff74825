package otklik.routing.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.messaging.BackgroundLoop;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.promise.core.PromiseRules;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells of promises whose day has come, in the morning of that day. That it is told is written in the transaction that tells it, with the
 * promise locked: once for each day, whatever dies and however many instances look, and not after an answer.
 */
final class PromiseWatch extends BackgroundLoop {

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PromiseStore store;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    PromiseWatch(
            PromiseStore store,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids,
            Duration every) {
        super("promise-watch", "Promises whose day has come could not be looked for", every, every);
        this.store = store;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
    }

    /** @return whether there may be more */
    @Override
    protected boolean round() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Boolean more = Flux.fromIterable(Regulations.installed().ids())
                .concatMap(jurisdiction -> tell(jurisdiction, now))
                .any(told -> told == AT_ONCE)
                .block(PATIENCE);
        return Boolean.TRUE.equals(more);
    }

    private Mono<Integer> tell(String jurisdiction, Instant now) {
        Regulation regulation = Regulations.installed().get(jurisdiction);
        LocalDate upTo = PromiseRules.askedUpTo(now, regulation.zone(), regulation.time()::nextOpening);
        return store.tell(jurisdiction, upTo, now, AT_ONCE, ids).as(transaction::transactional);
    }
}
