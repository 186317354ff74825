package otklik.messaging;

import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import otklik.contracts.Topics;

/** Puts a record that cannot be taken on the dead letter topic of its source, with who could not and why. Thread-safe. */
public final class DeadLetterWriter {

    private final KafkaTemplate<String, byte[]> kafka;
    private final InstantSource time;

    public DeadLetterWriter(KafkaTemplate<String, byte[]> kafka, InstantSource time) {
        this.kafka = kafka;
        this.time = time;
    }

    /** Returns when the letter is durable; throws if it did not become so, and then the record must not be passed over. */
    public void write(String consumer, ConsumerRecord<?, ?> record, Throwable cause) {
        Headers headers = DeadLetterHeaders.of(
                record.headers(),
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                describe(cause),
                time.instant());
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
        return cause instanceof UnreadableRecord ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
