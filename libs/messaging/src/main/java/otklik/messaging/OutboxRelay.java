package otklik.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Carries a service's outbox to Kafka: at least once, in order per key. Of several instances of a service one at a time relays, held by an
 * advisory lock of the database. It may die anywhere: what was sent and not marked is sent again under the same event id.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final EventSender sender;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Counter relayed;
    private final Counter failures;
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;

    public OutboxRelay(
            Outbox outbox,
            EventSender sender,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
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

    /** Says that there is something to carry, so that it does not wait for the next look. Cheap; any thread. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Carries one batch and tells how many that were; 0 also when another instance is at it. */
    Mono<Integer> relayOnce() {
        return lock().flatMap(mine -> mine ? carry() : Mono.just(0)).as(transaction::transactional);
    }

    private Mono<Boolean> lock() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('otklik.outbox'))")
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
    public void start() {
        Thread started = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        while (isRunning()) {
            try {
                Integer carried = relayOnce().block(PATIENCE);
                if (carried == null || carried == 0) {
                    pause(IDLE);
                } else {
                    relayed.increment(carried);
                }
            } catch (RuntimeException e) {
                failures.increment();
                log.warn("The outbox could not be relayed; trying again in {}: {}", AFTER_FAILURE, e.toString());
                pause(AFTER_FAILURE);
            }
        }
    }

    private void pause(Duration longest) {
        try {
            if (work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            thread = null;
        }
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
