package otklik.messaging;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.MessageListener;
import otklik.contracts.Topics;

/** Takes the records of one consumer: reads the envelope, skips what is not for it, hands the rest to the inbox. */
final class RecordTaker implements MessageListener<String, byte[]> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventConsumer consumer;
    private final EventCodec codec;
    private final Inbox inbox;
    private final ConsumerMetrics metrics;

    RecordTaker(EventConsumer consumer, EventCodec codec, Inbox inbox, ConsumerMetrics metrics) {
        this.consumer = consumer;
        this.codec = codec;
        this.inbox = inbox;
        this.metrics = metrics;
    }

    @Override
    public void onMessage(@Nullable ConsumerRecord<String, byte[]> record) {
        if (record == null || !DeadLetterHeaders.isFor(consumer.group(), record.headers())) {
            metrics.ended(metrics.notMine);
            return;
        }
        if (isTombstone(record)) {
            consumer.onRemoved(record.topic(), record.key()).block(PATIENCE);
            metrics.ended(metrics.applied);
            return;
        }
        Optional<Envelope> envelope = codec.decode(record.headers(), record.value());
        if (envelope.isEmpty()) {
            metrics.ended(metrics.unknown);
            return;
        }
        Boolean fresh = inbox.once(consumer, envelope.get()).block(PATIENCE);
        metrics.ended(Boolean.TRUE.equals(fresh) ? metrics.applied : metrics.repeated);
    }

    private static boolean isTombstone(ConsumerRecord<String, byte[]> record) {
        return record.value() == null && record.key() != null && Topics.REFERENCE.contains(record.topic());
    }
}
