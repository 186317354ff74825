package otklik.sla.deadline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.IncidentDeadline;

/**
 * Gauge {@code otklik_sla_open_deadlines} by stage: counted in the stores from time to time, so that it cannot drift from the truth.
 * A count of a million clocks takes about two seconds, on a thread of its own.
 */
final class OpenDeadlines implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenDeadlines.class);

    private final ClocksStore clocks;
    private final MeterRegistry meters;
    private final Duration every;
    private final Map<Kind, AtomicLong> byKind = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService counter;

    OpenDeadlines(ClocksStore clocks, MeterRegistry meters, Duration every) {
        this.clocks = clocks;
        this.meters = meters;
        this.every = every;
    }

    void count() {
        Map<Kind, Long> counted = new HashMap<>();
        try (KeyValueIterator<UUID, IncidentClocks> all = clocks.store().all()) {
            while (all.hasNext()) {
                KeyValue<UUID, IncidentClocks> next = all.next();
                next.value.deadlines().stream()
                        .filter(IncidentDeadline::isOpen)
                        .forEach(deadline ->
                                counted.merge(new Kind(deadline.stage(), deadline.clause()), 1L, Long::sum));
            }
        }
        counted.keySet().forEach(this::gauge);
        byKind.forEach((kind, value) -> value.set(counted.getOrDefault(kind, 0L)));
    }

    /** What deadlines are counted by. */
    private record Kind(String stage, String clause) {}

    private void gauge(Kind kind) {
        byKind.computeIfAbsent(kind, ignored -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder("otklik.sla.open.deadlines", value, AtomicLong::doubleValue)
                    .tag("stage", kind.stage())
                    .tag("clause", kind.clause())
                    .register(meters);
            return value;
        });
    }

    private void countIfPossible() {
        try {
            count();
        } catch (RuntimeException e) {
            log.debug("The open deadlines cannot be counted now; next time in {}", every, e);
        }
    }

    @Override
    public synchronized void start() {
        counter = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sla-count").daemon().factory());
        var unused = counter.scheduleWithFixedDelay(
                this::countIfPossible, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (counter != null) {
            counter.shutdownNow();
            counter = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return counter != null;
    }
}
