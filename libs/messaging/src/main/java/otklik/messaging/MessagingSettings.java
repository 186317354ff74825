package otklik.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the exchange of events.
 *
 * @param service name of the service, e.g. {@code routing-service}: the source of its events and the client id in Kafka
 * @param concurrency threads per consumer; more than a topic has partitions are idle
 * @param attempts how often a record is tried that fails for a reason that is neither the network's nor the database's (a bug of ours),
 *     before it goes to the dead letters
 * @param pause between two attempts
 */
@ConfigurationProperties("otklik.messaging")
public record MessagingSettings(
        String service,
        @DefaultValue("2") int concurrency,
        @DefaultValue("3") int attempts,
        @DefaultValue("1s") Duration pause) {}
