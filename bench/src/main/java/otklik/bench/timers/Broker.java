package otklik.bench.timers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import otklik.contracts.Topics;
import otklik.embedded.EmbeddedKafka;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;

/** The real Kafka of a measurement: facts in, how far they were taken in, what was told. */
final class Broker implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final EventCodec codec = new EventCodec("routing-service");

    Broker() {
        this(EmbeddedKafka.temporary());
    }

    Broker(EmbeddedKafka kafka) {
        this.kafka = kafka;
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        10,
                        "batch.size",
                        256 * 1024,
                        "buffer.memory",
                        64L * 1024 * 1024,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Waits until the service has made them. */
    void awaitTopics() {
        Waiting.until(
                Duration.ofMinutes(2),
                () -> topics().containsAll(List.of(Topics.INCIDENTS_LIFECYCLE, Topics.SLA_DEADLINES)));
    }

    /** Waits until that many stream threads share the partitions. */
    void awaitMembers(int threads) {
        Waiting.until(Duration.ofMinutes(3), () -> members() == threads);
    }

    /** None while the group is being shared out anew. */
    private int members() {
        try {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(RunningService.GROUP))
                    .all()
                    .get()
                    .get(RunningService.GROUP);
            if (group == null) {
                return 0;
            }
            return group.groupState() == GroupState.STABLE ? group.members().size() : 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            // Not there yet.
            return 0;
        }
    }

    private Set<String> topics() {
        try {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    String bootstrap() {
        return kafka.bootstrapServers();
    }

    ProducerRecord<String, byte[]> record(Envelope envelope) {
        return codec.encode(envelope);
    }

    void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    /** Facts that were taken in for good: the offset is part of the transaction that stores the clocks and tells. */
    long taken() {
        try {
            return admin
                    .listConsumerGroupOffsets(RunningService.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Facts that were sent. */
    long sent() {
        Map<TopicPartition, OffsetSpec> ends = partitions(Topics.INCIDENTS_LIFECYCLE).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what is told, committed only, from now on or from the beginning. */
    KafkaConsumer<String, byte[]> told(boolean fromBeginning) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        10_000,
                        "fetch.max.wait.ms",
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = partitions(Topics.SLA_DEADLINES);
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
        return consumer;
    }

    private List<TopicPartition> partitions(String topic) {
        return producer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
        kafka.close();
    }
}
