package otklik.messaging;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A listener with an inbox for every {@link EventConsumer}. Needs the migrations in {@code classpath:db/messaging}. */
@Configuration(proxyBeanMethods = false)
@Import(MessagingConfiguration.class)
public class InboxConfiguration {

    @Bean
    Inbox inbox(DatabaseClient database, TransactionalOperator transaction, InstantSource time) {
        return new Inbox(database, transaction, time);
    }

    @Bean
    Listeners listeners(
            ObjectProvider<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> factory,
            EventCodec codec,
            Inbox inbox,
            DeadLetterWriter deadLetters,
            MessagingConfiguration.ConsumerMetricsFactory metrics,
            MessagingSettings settings) {
        return new Listeners(consumers.stream()
                .map(consumer -> listener(consumer, factory, codec, inbox, deadLetters, metrics, settings))
                .toList());
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> listener(
            EventConsumer consumer,
            ConsumerFactory<String, byte[]> factory,
            EventCodec codec,
            Inbox inbox,
            DeadLetterWriter deadLetters,
            MessagingConfiguration.ConsumerMetricsFactory metricsFactory,
            MessagingSettings settings) {
        ConsumerMetrics metrics = metricsFactory.of(consumer.group());
        ContainerProperties properties =
                new ContainerProperties(consumer.topics().toArray(String[]::new));
        properties.setGroupId(consumer.group());
        properties.setClientId(consumer.group());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener(new RecordTaker(consumer, codec, inbox, metrics));
        var container = new ConcurrentMessageListenerContainer<>(factory, properties);
        container.setBeanName(consumer.group());
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(TakingErrors.handler(consumer, deadLetters, metrics, settings));
        return container;
    }

    /** The listeners of a service; they start when everything else is there and stop first. */
    record Listeners(List<ConcurrentMessageListenerContainer<String, byte[]>> containers) implements SmartLifecycle {

        @Override
        public void start() {
            containers.forEach(ConcurrentMessageListenerContainer::start);
        }

        @Override
        public void stop() {
            containers.forEach(ConcurrentMessageListenerContainer::stop);
        }

        @Override
        public boolean isRunning() {
            return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
        }
    }
}
