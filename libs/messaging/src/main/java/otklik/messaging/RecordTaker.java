package otklik.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import otklik.contracts.Topics;

/**
 * Takes the records of one consumer: reads the envelopes, skips what is not for it, hands the rest to the inbox. Records that come
 * together are taken in one transaction, a hundred at most, so that locks are short; if that fails, each in its own, and the one that
 * fails again is named to the error handler.
 */
final class RecordTaker implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(RecordTaker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOGETHER = 100;

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
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        for (int from = 0; from < records.size(); from += TOGETHER) {
            List<ConsumerRecord<String, byte[]>> some =
                    records.subList(from, Math.min(from + TOGETHER, records.size()));
            if (!takenTogether(some)) {
                takeEach(some, from);
            }
        }
    }

    /** @return false if nothing of them was taken and each has to be tried by itself */
    private boolean takenTogether(List<ConsumerRecord<String, byte[]>> records) {
        if (records.size() < 2 || records.stream().anyMatch(RecordTaker::isTombstone)) {
            return false;
        }
        try {
            List<Envelope> envelopes = new ArrayList<>();
            List<ConsumerRecord<String, byte[]>> mine =
                    records.stream().filter(this::isMine).toList();
            mine.forEach(
                    record -> codec.decode(record.headers(), record.value()).ifPresent(envelopes::add));
            int fresh = envelopes.isEmpty()
                    ? 0
                    : inbox.allOnce(consumer, envelopes).blockOptional(PATIENCE).orElse(0);
            count(records.size() - mine.size(), mine.size() - envelopes.size(), envelopes.size(), fresh);
            return true;
        } catch (RuntimeException e) {
            log.debug("{} records could not be taken together and are taken one by one", records.size(), e);
            return false;
        }
    }

    private void count(int notMine, int unknown, int known, int fresh) {
        metrics.ended(metrics.notMine, notMine);
        metrics.ended(metrics.unknown, unknown);
        metrics.ended(metrics.applied, fresh);
        metrics.ended(metrics.repeated, known - fresh);
    }

    /** @param offset of the first of them in what was polled */
    private void takeEach(List<ConsumerRecord<String, byte[]>> records, int offset) {
        for (int i = 0; i < records.size(); i++) {
            try {
                take(records.get(i));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("could not be taken", e, offset + i);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!isMine(record)) {
            metrics.ended(metrics.notMine, 1);
            return;
        }
        if (isTombstone(record)) {
            consumer.onRemoved(record.topic(), record.key()).block(PATIENCE);
            metrics.ended(metrics.applied, 1);
            return;
        }
        Optional<Envelope> envelope = codec.decode(record.headers(), record.value());
        if (envelope.isEmpty()) {
            metrics.ended(metrics.unknown, 1);
            return;
        }
        Boolean fresh = inbox.once(consumer, envelope.get()).block(PATIENCE);
        metrics.ended(Boolean.TRUE.equals(fresh) ? metrics.applied : metrics.repeated, 1);
    }

    private boolean isMine(ConsumerRecord<String, byte[]> record) {
        return DeadLetterHeaders.isFor(consumer.group(), record.headers())
                && EventCodec.type(record.headers()).map(consumer::takes).orElse(true);
    }

    private static boolean isTombstone(ConsumerRecord<String, byte[]> record) {
        return record.value() == null && record.key() != null && Topics.REFERENCE.contains(record.topic());
    }
}
