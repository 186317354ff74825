package otklik.sla.deadline;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When to look at whose clocks, in order of time: keys of 8 bytes milliseconds and 16 bytes incident id, one per incident.
 *
 * <p>What is done leaves tombstones behind, and a scan from zero over a million of them takes longer than a tick. So the scan begins at a
 * low-water mark that moves with the clock, is kept in the store, and is lowered by whatever is added below it, lest that never be seen.
 * Used by one thread, that of its task.
 */
final class LookIndex {

    private static final Bytes MARK = Bytes.wrap(new byte[] {0});
    private static final byte[] HERE = {1};
    /** The stored mark may lag behind the real one: a restart then scans a little more. */
    private static final Duration LAG = Duration.ofSeconds(10);

    private final KeyValueStore<Bytes, byte[]> store;
    private long mark;
    private long storedMark;

    LookIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] stored = store.get(MARK);
        storedMark = stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
        mark = storedMark;
    }

    /** A look that is to be taken. */
    record Entry(Instant at, UUID incidentId) {}

    void move(UUID incidentId, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && !from.equals(to)) {
            store.delete(key(from, incidentId));
        }
        if (to != null && !to.equals(from)) {
            store.put(key(to, incidentId), HERE);
            lower(millis(to));
        }
    }

    void remove(Entry entry) {
        store.delete(key(entry.at(), entry.incidentId()));
    }

    /** What is to be looked at by {@code now}, inclusive, oldest first; at most {@code limit}. */
    List<Entry> due(Instant now, int limit) {
        List<Entry> due = new ArrayList<>();
        if (mark > millis(now)) {
            return due;
        }
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(bound(mark), bound(millis(now) + 1))) {
            while (due.size() < limit && entries.hasNext()) {
                due.add(entry(entries.next()));
            }
        }
        return due;
    }

    /** Says that everything before that instant was dealt with. */
    void done(Instant before) {
        mark = Math.max(mark, millis(before));
        if (mark - storedMark >= LAG.toMillis()) {
            storeMark(mark);
        }
    }

    private void lower(long at) {
        mark = Math.min(mark, at);
        if (at < storedMark) {
            storeMark(at);
        }
    }

    private void storeMark(long millis) {
        storedMark = millis;
        store.put(MARK, ByteBuffer.allocate(8).putLong(millis).array());
    }

    private static Entry entry(KeyValue<Bytes, byte[]> found) {
        ByteBuffer key = ByteBuffer.wrap(found.key.get());
        return new Entry(Instant.ofEpochMilli(key.getLong()), new UUID(key.getLong(), key.getLong()));
    }

    private static Bytes key(Instant at, UUID incidentId) {
        return Bytes.wrap(ByteBuffer.allocate(24)
                .putLong(millis(at))
                .putLong(incidentId.getMostSignificantBits())
                .putLong(incidentId.getLeastSignificantBits())
                .array());
    }

    /** Sorts before every key of that millisecond and after every key of the one before. */
    private static Bytes bound(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(8).putLong(millis).array());
    }

    private static long millis(Instant at) {
        return Math.max(0, at.toEpochMilli());
    }
}
