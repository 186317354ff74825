package otklik.regulation.time;

/**
 * Where on the time line a given amount of open time is reached: one look into a table, no search, no branch that depends on the
 * amount. The inverse of {@link OpenBefore}.
 *
 * <p>A bucket is 128 open minutes; an office is seldom open for less, so that at most one gap falls into it. One word holds how far the
 * bucket lies behind its count, the gap, and where it falls. A bucket that does not fit is marked and searched.
 */
final class OpenPlace {

    private static final int SHIFT = 7;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int LARGEST = 1 << 24;
    private static final long SEARCH = -1;
    /** A place that no minute of a bucket reaches. */
    private static final int NEVER = 0xFF;

    private final long origin;
    private final OpenIntervals intervals;
    /** Per bucket in minutes, highest first: what was closed before it, 32 bits; the gap, 24 bits; its place, 8 bits. */
    private final long[] table;

    OpenPlace(CalendarRange range, OpenIntervals intervals) {
        this.origin = range.from();
        this.intervals = intervals;
        this.table = new long[((intervals.total() / 60) >> SHIFT) + 1];
        for (int bucket = 0; bucket < table.length; bucket++) {
            table[bucket] = word(bucket);
        }
    }

    /**
     * The closed time before the k-th open unit.
     *
     * @param k from 0, less than the whole open time
     * @param unit how many of them make a minute
     */
    long closedBefore(long k, int unit) {
        int minute = (int) (k / unit);
        long word = table[minute >> SHIFT];
        if (word == SEARCH) {
            int perSecond = unit / 60;
            int second = (int) (k / perSecond);
            return (intervals.secondOf(second) - origin - second) * perSecond;
        }
        int gap = (int) (word >>> 8) & (LARGEST - 1);
        int reached = ((int) word & NEVER) - 1 - (minute & MASK);
        return ((word >>> 32) + (gap & (reached >> 31))) * unit;
    }

    private long word(int bucket) {
        int from = Math.multiplyExact(bucket << SHIFT, 60);
        if (from >= intervals.total()) {
            return SEARCH;
        }
        int interval = intervals.holding(from);
        long closed = intervals.open(interval) - origin - intervals.before(interval);
        boolean fits = closed % 60 == 0;
        long gap = 0;
        int place = NEVER;
        for (int i = interval + 1; i < intervals.size() && intervals.before(i) < from + (MASK + 1) * 60; i++) {
            fits &= place == NEVER;
            gap = intervals.open(i) - intervals.close(i - 1);
            fits &= gap % 60 == 0 && gap / 60 < LARGEST && intervals.before(i) % 60 == 0;
            place = (intervals.before(i) - from) / 60;
        }
        return fits ? ((closed / 60) << 32) | ((gap / 60) << 8) | place : SEARCH;
    }
}
