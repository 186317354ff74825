package otklik.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import otklik.contracts.Topics;

/** How every topic is made: facts are kept for a time, reference data is compacted, each has its dead letters. */
public final class TopicPlan {

    private TopicPlan() {}

    public static List<NewTopic> all(TopicSettings settings) {
        return Stream.of(
                        Topics.FACTS.stream().map(topic -> facts(topic, settings)),
                        Topics.FACTS.stream().map(Topics::deadLettersOf).map(topic -> facts(topic, settings)),
                        Topics.REFERENCE.stream().map(topic -> reference(topic, settings)),
                        Topics.REFERENCE.stream().map(Topics::deadLettersOf).map(topic -> facts(topic, settings)))
                .flatMap(topics -> topics)
                .toList();
    }

    private static NewTopic facts(String name, TopicSettings settings) {
        return TopicBuilder.name(name)
                .partitions(settings.partitions())
                .replicas(settings.replicas())
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(settings.retention().toMillis()))
                .build();
    }

    private static NewTopic reference(String name, TopicSettings settings) {
        return TopicBuilder.name(name)
                .partitions(1)
                .replicas(settings.replicas())
                .compact()
                .build();
    }
}
