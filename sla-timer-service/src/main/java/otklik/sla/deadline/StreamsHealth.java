package otklik.sla.deadline;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the clocks run: up when they do, out of service while starting, restoring or handing over, down when they cannot. */
final class StreamsHealth implements HealthIndicator {

    private final DeadlineStreams streams;

    StreamsHealth(DeadlineStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = streams.running().map(KafkaStreams::state).orElse(null);
        Health.Builder health = switch (state) {
            case RUNNING -> Health.up();
            case CREATED, REBALANCING -> Health.outOfService();
            case PENDING_SHUTDOWN, PENDING_ERROR, ERROR, NOT_RUNNING -> Health.down();
            case null -> Health.outOfService();
        };
        return health.withDetail("state", state == null ? "WAITING_FOR_KAFKA" : state.name())
                .build();
    }
}
