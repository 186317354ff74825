package otklik.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that are not there yet, so that the services may start in any order on an empty Kafka. Existing ones stay as they are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
class TopicConfiguration {

    @Bean
    KafkaAdmin.NewTopics topics(TopicSettings settings) {
        return new KafkaAdmin.NewTopics(TopicPlan.all(settings).toArray(NewTopic[]::new));
    }
}
