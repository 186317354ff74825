package otklik.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are made that are not there yet.
 *
 * @param partitions of topics of facts; more lets more instances of a service share the work; cannot be lowered later
 * @param replicas 3 in a cluster, 1 on one machine
 * @param retention how long facts are kept in Kafka; the services' own databases keep them as long as the jurisdiction says
 */
@ConfigurationProperties("otklik.topics")
public record TopicSettings(
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("365d") Duration retention) {}
