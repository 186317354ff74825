package otklik.sla.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import otklik.contracts.Topics;
import otklik.messaging.DeadLetters;
import otklik.messaging.EventCodec;
import otklik.regulation.Regulations;

/** Wires the clocks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
@Import({DeadlineApi.class, PressureApi.class, ClockApi.class})
public class DeadlineConfiguration {

    @Bean
    DeadlineMetrics deadlineMetrics(MeterRegistry meters) {
        return new DeadlineMetrics(meters);
    }

    @Bean
    DeadlineTopology deadlineTopology(
            DeadlineSettings settings,
            EventCodec codec,
            Regulations regulations,
            InstantSource time,
            DeadlineMetrics metrics) {
        return new DeadlineTopology(new DeadlineTopology.Parts(settings, codec, regulations, time, metrics));
    }

    @Bean
    DeadlineStreams deadlineStreams(
            DeadlineTopology topology,
            DeadlineSettings settings,
            KafkaProperties kafka,
            KafkaAdmin admin,
            MeterRegistry meters) {
        Map<String, Object> connection = new HashMap<>(kafka.buildAdminProperties());
        connection.remove(CommonClientConfigs.CLIENT_ID_CONFIG);
        return new DeadlineStreams(topology.get(), settings, connection, admin, new Restores(meters));
    }

    @Bean
    ClocksStore clocksStore(DeadlineStreams streams) {
        return new ClocksStore(streams);
    }

    @Bean
    Neighbours neighbours(DeadlineStreams streams, DeadlineSettings settings) {
        return new Neighbours(streams, settings.advertised());
    }

    @Bean
    OpenDeadlines openDeadlines(ClocksStore clocks, MeterRegistry meters, DeadlineSettings settings) {
        return new OpenDeadlines(clocks, meters, settings.countEvery());
    }

    @Bean
    HealthIndicator clocksHealthIndicator(DeadlineStreams streams) {
        return new StreamsHealth(streams);
    }

    /** The letters that the topology itself writes, under its group. */
    @Bean
    DeadLetters deadLetters(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            InstantSource time,
            DeadlineSettings settings) {
        return new DeadLetters(
                consumers, kafka, time, Set.of(settings.applicationId()), Set.of(Topics.INCIDENTS_LIFECYCLE));
    }
}
