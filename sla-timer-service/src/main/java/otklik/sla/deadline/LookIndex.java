package otklik.sla.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * When to look at whose clocks, in order of time. Kept in memory and made anew from the clocks whenever their partition comes here (ADR 8):
 * what is only derived cannot disagree with what it is derived from, and nothing of it is written, deleted or restored.
 *
 * <p>What lies minutes ahead waits unsorted, 24 bytes each, in a bucket of its minute; a bucket is sorted when its minute comes. Nothing is ever
 * taken out: clocks that are to be looked at another time by now are found to be so when the old time comes, and passed by. Used by one
 * thread, that of its task.
 */
final class LookIndex {

    private static final long MINUTE = 60_000;

    private final TreeMap<Long, Bucket> later = new TreeMap<>();
    private final PriorityQueue<Entry> soon = new PriorityQueue<>();
    /** Everything before is in {@code soon}, everything from then on in {@code later}. Milliseconds. */
    private long sorted = Long.MIN_VALUE;

    /** A look that is to be taken, at a whole millisecond since the epoch. */
    record Entry(long at, UUID incidentId) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : incidentId.compareTo(other.incidentId);
        }

        boolean isFor(@Nullable Instant lookAt) {
            return lookAt != null && lookAt.toEpochMilli() == at;
        }
    }

    void add(UUID incidentId, Instant at) {
        long millis = at.toEpochMilli();
        if (millis < sorted) {
            soon.add(new Entry(millis, incidentId));
        } else {
            later.computeIfAbsent(Math.floorDiv(millis, MINUTE), minute -> new Bucket())
                    .add(millis, incidentId);
        }
    }

    /** Takes what is to be looked at by {@code now}, inclusive, oldest first; at most {@code limit}. */
    List<Entry> due(Instant now, int limit) {
        long millis = now.toEpochMilli();
        List<Entry> due = new ArrayList<>();
        while (due.size() < limit && sortUpTo(millis)) {
            due.add(soon.remove());
        }
        return due;
    }

    /** Whether the first of what is sorted is due, after sorting the next minute that has begun where need be. */
    private boolean sortUpTo(long millis) {
        while (soon.isEmpty() && !later.isEmpty() && later.firstKey() <= Math.floorDiv(millis, MINUTE)) {
            Map.Entry<Long, Bucket> first = later.pollFirstEntry();
            sorted = (first.getKey() + 1) * MINUTE;
            first.getValue().forEach((at, incidentId) -> soon.add(new Entry(at, incidentId)));
        }
        return !soon.isEmpty() && soon.peek().at() <= millis;
    }

    /** Times and ids as three longs each. */
    private static final class Bucket {

        private static final int LONGS = 3;

        private long[] all = new long[2 * LONGS];
        private int size;

        void add(long at, UUID incidentId) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size] = at;
            all[size + 1] = incidentId.getMostSignificantBits();
            all[size + 2] = incidentId.getLeastSignificantBits();
            size += LONGS;
        }

        void forEach(BiConsumer<Long, UUID> use) {
            for (int i = 0; i < size; i += LONGS) {
                use.accept(all[i], new UUID(all[i + 1], all[i + 2]));
            }
        }
    }
}
