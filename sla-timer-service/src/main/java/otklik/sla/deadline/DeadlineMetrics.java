package otklik.sla.deadline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;

/**
 * What came in, what went out, and how late.
 *
 * <ul>
 *   <li>{@code otklik_sla_facts_total} by outcome: {@code received = taken + seen + unknown + not_mine + dead}, every record once
 *   <li>{@code otklik_sla_events_total} by fact: {@code set = met + cancelled + lapsed + open}, where open is the gauge
 *       {@code otklik_sla_open_deadlines} summed over stages, clauses and instances; {@code escalated <= breached * steps of the ladder}
 *   <li>{@code otklik_sla_timer_lateness_seconds}: for what time alone brings about, the instant of telling minus the instant of coming
 *       about; never negative
 *   <li>{@code otklik_sla_tick_seconds}: how long one tick of one partition took; a batch bounds it
 *   <li>{@code otklik_sla_restore_seconds}: how long the clocks of one partition took to come here; nothing of them is told meanwhile
 *   <li>{@code otklik_sla_looks_total} by outcome: {@code looks = fruitful + vain + failed}
 * </ul>
 *
 * <p>A transaction that is aborted and done again counts twice here, though not on the topic.
 */
final class DeadlineMetrics {

    /** What became of a record. */
    enum FactOutcome {
        TAKEN,
        SEEN,
        UNKNOWN,
        NOT_MINE,
        DEAD
    }

    /** What became of a look at a clock. */
    enum LookOutcome {
        FRUITFUL,
        VAIN,
        FAILED
    }

    private final MeterRegistry meters;
    private final Counter received;
    private final Timer lateness;
    private final Map<FactOutcome, Counter> facts = new EnumMap<>(FactOutcome.class);
    private final Map<LookOutcome, Counter> looks = new EnumMap<>(LookOutcome.class);
    private final Map<Class<?>, Map<String, Counter>> events = new ConcurrentHashMap<>();
    private final Timer tick;

    DeadlineMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (FactOutcome outcome : FactOutcome.values()) {
            facts.put(outcome, meters.counter("otklik.sla.facts", "outcome", tag(outcome)));
        }
        for (LookOutcome outcome : LookOutcome.values()) {
            looks.put(outcome, meters.counter("otklik.sla.looks", "outcome", tag(outcome)));
        }
        tick = Timer.builder("otklik.sla.tick")
                .description("one look at the clock: everything that was due, at most a batch")
                .register(meters);
        received = Counter.builder("otklik.sla.facts.received")
                .description("records of the lifecycle topic that were read")
                .register(meters);
        lateness = Timer.builder("otklik.sla.timer.lateness")
                .description("told minus come about, of what time alone brings about")
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5))
                .register(meters);
    }

    void ended(FactOutcome outcome) {
        received.increment();
        Objects.requireNonNull(facts.get(outcome)).increment();
    }

    void looked(LookOutcome outcome) {
        Objects.requireNonNull(looks.get(outcome)).increment();
    }

    void ticked(Duration took) {
        tick.record(took);
    }

    void told(DeadlineEvent event, Instant now) {
        events.computeIfAbsent(event.fact().getClass(), ignored -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        event.clause(),
                        clause -> meters.counter("otklik.sla.events", "fact", fact(event.fact()), "clause", clause))
                .increment();
        if (isOfTime(event.fact())) {
            lateness.record(Duration.between(event.at(), now));
        }
    }

    private static boolean isOfTime(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineWarned ignored -> true;
            case DeadlineFact.DeadlineBreached ignored -> true;
            case DeadlineFact.DeadlineLapsed ignored -> true;
            case DeadlineFact.DeadlineEscalated ignored -> true;
            case DeadlineFact.DeadlineSet ignored -> false;
            case DeadlineFact.DeadlineMet ignored -> false;
            case DeadlineFact.DeadlineMoved ignored -> false;
            case DeadlineFact.DeadlineCancelled ignored -> false;
            case DeadlineFact.DeadlineReopened ignored -> false;
        };
    }

    private static String fact(DeadlineFact fact) {
        return fact.getClass().getSimpleName().substring("Deadline".length()).toLowerCase(Locale.ROOT);
    }

    private static String tag(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
