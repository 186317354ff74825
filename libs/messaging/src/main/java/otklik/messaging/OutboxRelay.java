package otklik.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Carries a service's outbox to Kafka: at least once, in order per key. Of several instances of a service one at a time relays, held by an
 * advisory lock of the database. It may die anywhere: what was sent and not marked is sent again under the same event id.
 */
public final class OutboxRelay extends BackgroundLoop {

    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LOCK = "otklik.outbox";

    private final String lock;
    private final Outbox outbox;
    private final EventSender sender;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Counter relayed;
    private final Counter failures;

    public OutboxRelay(
            Outbox outbox,
            EventSender sender,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        this(LOCK, outbox, sender, database, transaction, time, meters);
    }

    /** @param lock name of the advisory lock, where a service has more than one outbox: each its own */
    public OutboxRelay(
            String lock,
            Outbox outbox,
            EventSender sender,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        super("outbox-relay", "The outbox could not be relayed", IDLE, AFTER_FAILURE);
        this.lock = lock;
        this.outbox = outbox;
        this.sender = sender;
        this.database = database;
        this.transaction = transaction;
        this.time = time;
        relayed = Counter.builder("otklik.outbox.relayed")
                .description("events that became durable in Kafka")
                .register(meters);
        failures = Counter.builder("otklik.outbox.failures")
                .description("attempts that failed and are made again")
                .register(meters);
    }

    /** Carries one batch and tells how many that were; 0 also when another instance is at it. */
    Mono<Integer> relayOnce() {
        return lock().flatMap(mine -> mine ? carry() : Mono.just(0)).as(transaction::transactional);
    }

    private Mono<Boolean> lock() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext(:lock))")
                .bind("lock", lock)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private Mono<Integer> carry() {
        return outbox.unsent(BATCH).collectList().flatMap(entries -> entries.isEmpty() ? Mono.just(0) : carry(entries));
    }

    private Mono<Integer> carry(List<Outbox.Entry> entries) {
        List<Envelope> envelopes = entries.stream().map(Outbox.Entry::envelope).toList();
        List<Long> positions = entries.stream().map(Outbox.Entry::position).toList();
        return sender.sent(envelopes)
                .then(Mono.defer(() -> outbox.markSent(positions, time.instant())))
                .thenReturn(entries.size());
    }

    @Override
    protected boolean round() {
        try {
            Integer carried = relayOnce().block(PATIENCE);
            relayed.increment(carried == null ? 0 : carried);
            return carried != null && carried > 0;
        } catch (RuntimeException e) {
            failures.increment();
            throw e;
        }
    }
}
