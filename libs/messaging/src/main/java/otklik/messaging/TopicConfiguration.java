package otklik.messaging;

import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import otklik.contracts.Topics;

/** Makes the topics that are not there yet, so that the services may start in any order on an empty Kafka. Existing ones stay as they are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
class TopicConfiguration {

    @Bean
    KafkaAdmin.NewTopics topics(TopicSettings settings) {
        return new KafkaAdmin.NewTopics(Stream.of(
                        Topics.FACTS.stream().map(topic -> facts(topic, settings)),
                        Topics.FACTS.stream().map(Topics::deadLettersOf).map(topic -> facts(topic, settings)),
                        Topics.REFERENCE.stream().map(topic -> reference(topic, settings)),
                        Topics.REFERENCE.stream().map(Topics::deadLettersOf).map(topic -> facts(topic, settings)))
                .flatMap(topics -> topics)
                .toArray(NewTopic[]::new));
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
