package otklik.regulation.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Sorted open intervals {@code [open, close)} with prefix sums of open seconds, and two bucket tables
 * that land within a step or two of the interval looked for. Intervals have whole-second edges;
 * instants and durations may carry nanoseconds. Nothing is allocated but the result.
 *
 * <p>Let W(t) be the open time before t. {@code plus} and {@code minus} return the <em>earliest</em>
 * instant whose W is the one wanted, so a term that fills an interval ends at its closing, and
 * counting back never ends at an opening. Adding nothing changes nothing.
 */
final class TimeIndex {

    private static final int TIME_BUCKET = 13;
    private static final int OPEN_BUCKET = 11;
    private static final int NANOS = 1_000_000_000;

    private final CalendarRange range;
    private final long origin;
    private final int size;
    /** One sentinel beyond the end, open and close at the end of time. */
    private final long[] open;

    private final long[] close;
    /** Open seconds before the interval; {@code before[size]} is the total. */
    private final int[] before;

    private final int[] byTime;
    private final int[] byOpenTime;

    TimeIndex(CalendarRange range, long[] opens, long[] closes) {
        this.range = range;
        this.origin = range.from();
        this.size = opens.length;
        this.open = withSentinel(opens);
        this.close = withSentinel(closes);
        this.before = sums();
        this.byTime = timeBuckets();
        this.byOpenTime = openTimeBuckets();
    }

    Instant plus(Instant start, Duration amount) {
        range.check(start);
        return amount.isZero() ? start : move(start, amount.getSeconds(), amount.getNano());
    }

    Instant minus(Instant start, Duration amount) {
        range.check(start);
        boolean whole = amount.getNano() == 0;
        return move(start, -amount.getSeconds() - (whole ? 0 : 1), whole ? 0 : NANOS - amount.getNano());
    }

    /** Open time from start to end; negative where end is before start. */
    Duration between(Instant start, Instant end) {
        range.check(start);
        range.check(end);
        int from = firstClosingAfter(start.getEpochSecond());
        int to = firstClosingAfter(end.getEpochSecond());
        return Duration.ofSeconds(openBefore(to, end) - openBefore(from, start), nanos(to, end) - nanos(from, start));
    }

    /** The opening instant is open, the closing instant is not. */
    boolean isOpen(Instant at) {
        range.check(at);
        return open[firstClosingAfter(at.getEpochSecond())] <= at.getEpochSecond();
    }

    /** The instant itself where it is open, otherwise the next opening. */
    Instant nextOpening(Instant at) {
        range.check(at);
        int next = firstClosingAfter(at.getEpochSecond());
        if (next == size) {
            throw range.leftBy(at);
        }
        return open[next] <= at.getEpochSecond() ? at : Instant.ofEpochSecond(open[next]);
    }

    int size() {
        return size;
    }

    long open(int interval) {
        return open[interval];
    }

    long close(int interval) {
        return close[interval];
    }

    /** The interval that is open at this second, or else the next one; {@link #size()} where none is left. */
    int firstClosingAfter(long second) {
        int interval = byTime[(int) ((second - origin) >> TIME_BUCKET)];
        while (close[interval] <= second) {
            interval++;
        }
        return interval;
    }

    private Instant move(Instant start, long seconds, int nanos) {
        int interval = firstClosingAfter(start.getEpochSecond());
        int nano = nanos(interval, start) + nanos;
        long target = openBefore(interval, start) + seconds;
        if (nano >= NANOS) {
            nano -= NANOS;
            target++;
        }
        return earliest(start, target, nano);
    }

    /** The earliest instant with this much open time before it: it lies inside an interval or closes it. */
    private Instant earliest(Instant start, long seconds, int nano) {
        long last = nano == 0 ? seconds - 1 : seconds;
        if (last < 0 || last >= before[size]) {
            throw range.leftBy(start);
        }
        int interval = byOpenTime[(int) (last >> OPEN_BUCKET)];
        while (before[interval + 1] <= last) {
            interval++;
        }
        return Instant.ofEpochSecond(open[interval] + (seconds - before[interval]), nano);
    }

    private long openBefore(int interval, Instant at) {
        return before[interval] + Math.max(0, at.getEpochSecond() - open[interval]);
    }

    private int nanos(int interval, Instant at) {
        return open[interval] <= at.getEpochSecond() ? at.getNano() : 0;
    }

    private static long[] withSentinel(long[] values) {
        long[] extended = java.util.Arrays.copyOf(values, values.length + 1);
        extended[values.length] = Long.MAX_VALUE;
        return extended;
    }

    private int[] sums() {
        int[] sums = new int[size + 1];
        for (int i = 0; i < size; i++) {
            sums[i + 1] = Math.addExact(sums[i], Math.toIntExact(close[i] - open[i]));
        }
        return sums;
    }

    private int[] timeBuckets() {
        int[] buckets = new int[(int) ((range.to() - origin) >> TIME_BUCKET) + 1];
        int interval = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            while (close[interval] <= origin + ((long) bucket << TIME_BUCKET)) {
                interval++;
            }
            buckets[bucket] = interval;
        }
        return buckets;
    }

    private int[] openTimeBuckets() {
        int[] buckets = new int[(before[size] >> OPEN_BUCKET) + 1];
        int interval = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            while (interval < size - 1 && before[interval + 1] <= bucket << OPEN_BUCKET) {
                interval++;
            }
            buckets[bucket] = interval;
        }
        return buckets;
    }
}
