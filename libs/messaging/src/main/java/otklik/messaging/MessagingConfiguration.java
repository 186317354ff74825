package otklik.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The exchange of events that needs no database. Import it and, with a database, {@link InboxConfiguration}. */
@Configuration(proxyBeanMethods = false)
@Import(TopicConfiguration.class)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource time() {
        return ProcessClock.current();
    }

    @Bean
    EventCodec eventCodec(MessagingSettings settings) {
        return new EventCodec(settings.service());
    }

    @Bean
    EventSender eventSender(KafkaTemplate<String, byte[]> kafka, EventCodec codec) {
        return new EventSender(kafka, codec);
    }

    @Bean
    DeadLetterWriter deadLetterWriter(KafkaTemplate<String, byte[]> kafka, InstantSource time) {
        return new DeadLetterWriter(kafka, time);
    }

    @Bean
    @ConditionalOnMissingBean
    DeadLetters deadLetters(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            InstantSource time,
            ObjectProvider<EventConsumer> declared) {
        List<EventConsumer> all = declared.stream().toList();
        return new DeadLetters(
                consumers,
                kafka,
                time,
                all.stream().map(EventConsumer::group).collect(Collectors.toUnmodifiableSet()),
                all.stream().flatMap(consumer -> consumer.topics().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    ConsumerMetricsFactory consumerMetricsFactory(MeterRegistry meters) {
        return group -> new ConsumerMetrics(meters, group);
    }

    /** Makes the metrics of a consumer. */
    interface ConsumerMetricsFactory {
        ConsumerMetrics of(String group);
    }
}
