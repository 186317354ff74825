package otklik.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import otklik.contracts.Event;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;

/** Reads a whole topic as any consumer would. */
public final class TopicReader {

    private TopicReader() {}

    /** All events of the class on the topic that pass the filter, in the order of their partitions. */
    public static <E extends Event> List<Envelope> read(
            String kafka, String topic, Class<E> type, Predicate<E> filter) {
        EventCodec codec = new EventCodec("test");
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Envelope> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> codec.decode(record.headers(), record.value())
                                .filter(envelope ->
                                        type.isInstance(envelope.event()) && filter.test(type.cast(envelope.event())))
                                .ifPresent(found::add));
            }
            return found;
        }
    }

    /** Waits for the first such event. */
    public static <E extends Event> E await(String kafka, String topic, Class<E> type, Predicate<E> filter) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> read(kafka, topic, type, filter), found -> !found.isEmpty())
                .stream()
                .map(envelope -> type.cast(envelope.event()))
                .findFirst()
                .orElseThrow();
    }
}
