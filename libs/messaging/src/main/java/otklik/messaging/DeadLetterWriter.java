package otklik.messaging;

import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import otklik.contracts.Topics;

/** Puts a record that cannot be taken on the dead letter topic of its source, with who could not and why. Thread-safe. */
public final class DeadLetterWriter {

    private static final int LONGEST_CAUSE = 2_000;

    private final KafkaTemplate<String, byte[]> kafka;
    private final InstantSource time;

    public DeadLetterWriter(KafkaTemplate<String, byte[]> kafka, InstantSource time) {
        this.kafka = kafka;
        this.time = time;
    }

    /** Returns when the letter is durable; throws if it did not become so, and then the record must not be passed over. */
    public void write(String consumer, ConsumerRecord<?, ?> record, Throwable cause) {
        Headers headers = new RecordHeaders(record.headers());
        DeadLetterHeaders.put(headers, DeadLetterHeaders.CONSUMER, consumer);
        DeadLetterHeaders.put(headers, DeadLetterHeaders.CAUSE, describe(cause));
        DeadLetterHeaders.put(headers, DeadLetterHeaders.AT, time.instant().toString());
        DeadLetterHeaders.put(headers, DeadLetterHeaders.SOURCE_TOPIC, record.topic());
        DeadLetterHeaders.put(headers, DeadLetterHeaders.SOURCE_PARTITION, Integer.toString(record.partition()));
        DeadLetterHeaders.put(headers, DeadLetterHeaders.SOURCE_OFFSET, Long.toString(record.offset()));
        kafka.send(new ProducerRecord<>(
                        Topics.deadLettersOf(record.topic()), null, key(record), (byte[]) record.value(), headers))
                .join();
    }

    private static @Nullable String key(ConsumerRecord<?, ?> record) {
        return record.key() == null ? null : record.key().toString();
    }

    private static String describe(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof UnreadableRecord)) {
            cause = cause.getCause();
        }
        String text = cause instanceof UnreadableRecord ? String.valueOf(cause.getMessage()) : cause.toString();
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }
}
