package otklik.bench.timers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.DeadlineEvent;
import otklik.messaging.EventCodec;

/** What readers of the topic see, committed only: breaches with their lateness at the reader, and repeats over everything. */
final class Deliveries implements AutoCloseable {

    static final String BREACHED = "otklik.deadline.breached.v1";
    static final String MOVED = "otklik.deadline.moved.v1";
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec("bench");
    private @Nullable Thread listening;
    private volatile boolean closed;

    Deliveries(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Reads until that many breaches came; lateness is the reader's clock minus the due instant. */
    Lateness breaches(int count, Duration atMost) {
        Lateness lateness = new Lateness();
        long end = System.nanoTime() + atMost.toNanos();
        while (lateness.count() < count && System.nanoTime() < end) {
            var records = consumer.poll(POLL);
            long now = System.currentTimeMillis();
            for (ConsumerRecord<String, byte[]> record : records) {
                if (isBreach(record)) {
                    lateness.add(now - dueAt(record).toEpochMilli());
                }
            }
        }
        return lateness;
    }

    /** When the first and the last of a herd came. */
    record Herd(int count, long firstNanos, long lastNanos) {

        double perSecond() {
            return count / ((lastNanos - firstNanos) / 1e9);
        }
    }

    /** The same without looking into them, so that reading costs little. */
    Herd herd(String type, int count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long first = 0;
        long last = 0;
        int seen = 0;
        while (seen < count && System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (type.equals(header(record, "ce_type"))) {
                    seen++;
                    last = System.nanoTime();
                    first = first == 0 ? last : first;
                }
            }
        }
        return new Herd(seen, first, last);
    }

    /** Listens on a thread of its own until closed. */
    Gaps gaps() {
        Gaps gaps = new Gaps(consumer.assignment().size());
        listening = Thread.ofPlatform().daemon().start(() -> {
            while (!closed) {
                var records = consumer.poll(POLL);
                Instant now = Instant.now();
                for (ConsumerRecord<String, byte[]> record : records) {
                    if (isBreach(record)) {
                        gaps.add(UUID.fromString(header(record, "ce_id")), record.partition(), dueAt(record), now);
                    }
                }
            }
        });
        return gaps;
    }

    /** Everything that was ever told; repeats are events with an id that came before. */
    record Tally(long told, long repeats) {}

    Tally tally() {
        Set<UUID> ids = new HashSet<>();
        long told = 0;
        int idle = 0;
        while (idle < 20) {
            var records = consumer.poll(POLL.multipliedBy(5));
            idle = records.isEmpty() ? idle + 1 : 0;
            for (ConsumerRecord<String, byte[]> record : records) {
                told++;
                ids.add(UUID.fromString(header(record, "ce_id")));
            }
        }
        return new Tally(told, told - ids.size());
    }

    private static boolean isBreach(ConsumerRecord<String, byte[]> record) {
        return BREACHED.equals(header(record, "ce_type"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private Instant dueAt(ConsumerRecord<String, byte[]> record) {
        return codec.decode(record.headers(), record.value())
                .map(envelope -> ((DeadlineEvent) envelope.event()).dueAt())
                .orElseThrow();
    }

    @Override
    public void close() {
        closed = true;
        if (listening != null) {
            try {
                listening.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        consumer.close();
    }
}
