package otklik.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What became of the records of one consumer: {@code received = applied + repeated + unknown + notMine + dead}, where a record that is
 * tried again counts once, when it ends.
 */
final class ConsumerMetrics {

    private final Counter received;
    final Counter applied;
    final Counter repeated;
    final Counter unknown;
    final Counter notMine;
    final Counter dead;

    ConsumerMetrics(MeterRegistry meters, String group) {
        received = Counter.builder("otklik.consumer.received")
                .tag("consumer", group)
                .register(meters);
        applied = outcome(meters, group, "applied");
        repeated = outcome(meters, group, "repeated");
        unknown = outcome(meters, group, "unknown");
        notMine = outcome(meters, group, "not_mine");
        dead = outcome(meters, group, "dead");
    }

    void ended(Counter outcome, int records) {
        received.increment(records);
        outcome.increment(records);
    }

    private static Counter outcome(MeterRegistry meters, String group, String outcome) {
        return Counter.builder("otklik.consumer.records")
                .tag("consumer", group)
                .tag("outcome", outcome)
                .register(meters);
    }
}
