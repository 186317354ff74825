package otklik.messaging;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import otklik.contracts.IncidentId;
import otklik.contracts.Topics;

/**
 * The dead letters of this service's consumers: read from the dead letter topics each time one looks, so there is no second copy to keep
 * true. A letter sent again goes to its source topic for the one consumer that could not take it, and a mark beside the letter says so.
 */
public final class DeadLetters {

    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final InstantSource time;
    private final Set<String> groups;
    private final Set<String> topics;

    /**
     * @param groups of the consumers whose letters these are
     * @param topics that they read
     */
    public DeadLetters(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            InstantSource time,
            Set<String> groups,
            Set<String> topics) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.time = time;
        this.groups = groups;
        this.topics = topics.stream().map(Topics::deadLettersOf).collect(Collectors.toUnmodifiableSet());
    }

    /** All letters, oldest first. Reads the topics: blocks, up to seconds. */
    public List<DeadLetter> list() {
        return read().values().stream().map(Found::letter).toList();
    }

    /** Sends the letter's record to its consumer again; empty if there is no such letter. Blocks until it is durable. */
    public Optional<DeadLetter> replay(UUID id) {
        Found found = read().get(id);
        if (found == null) {
            return Optional.empty();
        }
        ConsumerRecord<String, byte[]> record = found.record();
        kafka.send(new ProducerRecord<>(
                        found.letter().topic(), null, record.key(), record.value(), again(found.letter(), record)))
                .join();
        Headers mark = new RecordHeaders();
        DeadLetterHeaders.put(mark, DeadLetterHeaders.REPLAYS, id.toString());
        DeadLetterHeaders.put(mark, DeadLetterHeaders.AT, time.instant().toString());
        kafka.send(new ProducerRecord<>(record.topic(), null, record.key(), new byte[0], mark))
                .join();
        return Optional.of(found.letter());
    }

    private static Headers again(DeadLetter letter, ConsumerRecord<String, byte[]> record) {
        Headers headers = new RecordHeaders(record.headers());
        for (String name : List.of(
                DeadLetterHeaders.CONSUMER,
                DeadLetterHeaders.CAUSE,
                DeadLetterHeaders.AT,
                DeadLetterHeaders.SOURCE_TOPIC,
                DeadLetterHeaders.SOURCE_PARTITION,
                DeadLetterHeaders.SOURCE_OFFSET)) {
            headers.remove(name);
        }
        DeadLetterHeaders.put(headers, DeadLetterHeaders.ONLY_FOR, letter.consumer());
        return headers;
    }

    private Map<UUID, Found> read() {
        Map<UUID, Found> letters = new LinkedHashMap<>();
        Map<UUID, Instant> replays = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records()) {
            String replayed = DeadLetterHeaders.text(record.headers(), DeadLetterHeaders.REPLAYS);
            if (replayed != null) {
                replays.put(UUID.fromString(replayed), instant(record));
            } else if (groups.contains(header(record, DeadLetterHeaders.CONSUMER))) {
                DeadLetter letter = letter(record);
                letters.put(letter.id(), new Found(letter, record));
            }
        }
        replays.forEach((id, at) -> letters.computeIfPresent(id, (ignored, found) -> found.replayed(at)));
        return letters;
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("otklik-dead-letters", "look")) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        Map<String, List<PartitionInfo>> existing = consumer.listTopics();
        return topics.stream()
                .map(topic -> requireNonNullElse(existing.get(topic), List.<PartitionInfo>of()))
                .flatMap(Collection::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
        String consumer = header(record, DeadLetterHeaders.CONSUMER);
        String topic = header(record, DeadLetterHeaders.SOURCE_TOPIC);
        String partition = header(record, DeadLetterHeaders.SOURCE_PARTITION);
        String offset = header(record, DeadLetterHeaders.SOURCE_OFFSET);
        return new DeadLetter(
                IncidentId.nameBased(String.join("/", consumer, topic, partition, offset)),
                consumer,
                topic,
                Integer.parseInt(partition),
                Long.parseLong(offset),
                record.key(),
                DeadLetterHeaders.text(record.headers(), "ce_type"),
                header(record, DeadLetterHeaders.CAUSE),
                instant(record),
                null);
    }

    private static Instant instant(ConsumerRecord<String, byte[]> record) {
        return Instant.parse(header(record, DeadLetterHeaders.AT));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return requireNonNullElse(DeadLetterHeaders.text(record.headers(), name), "");
    }

    private record Found(DeadLetter letter, ConsumerRecord<String, byte[]> record) {

        Found replayed(Instant at) {
            return new Found(
                    new DeadLetter(
                            letter.id(),
                            letter.consumer(),
                            letter.topic(),
                            letter.partition(),
                            letter.offset(),
                            letter.key(),
                            letter.type(),
                            letter.cause(),
                            letter.at(),
                            at),
                    record);
        }
    }
}
