package otklik.regulation.time;

/**
 * How much open time lies before an instant: one look into a table, no search, no branch that depends on the instant.
 *
 * <p>A bucket of the time line is 1024 minutes (17 hours); an office opens at most twice in it, on whole minutes, so that one word holds
 * all of it. A bucket that does not fit is marked and searched. All tables of fifteen years together stay in a processor's cache.
 *
 * <p>Times are offsets from the beginning of the range in units of which {@code unit} make a minute.
 */
final class OpenBefore {

    private static final int SHIFT = 10;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int EDGES = 2 * SHIFT;
    private static final int MOST = 2;
    private static final int LARGEST = 1 << 23;
    private static final long SEARCH = -1;
    /** An interval of no length. */
    private static final long NONE = ((long) (MASK - 1) << SHIFT) | MASK;

    private final long origin;
    private final OpenIntervals intervals;
    /** Per bucket, highest first: open minutes before it, then last and first minute of two intervals, the second one above. */
    private final long[] table;

    OpenBefore(CalendarRange range, OpenIntervals intervals) {
        this.origin = range.from();
        this.intervals = intervals;
        this.table = new long[(int) (((range.to() - origin) / 60) >> SHIFT) + 1];
        for (int bucket = 0; bucket < table.length; bucket++) {
            table[bucket] = word(bucket);
        }
    }

    /** From 0 to the length of the range, both inclusive. */
    long at(long offset, int unit) {
        int minute = (int) (offset / unit);
        long word = table[minute >> SHIFT];
        if (word == SEARCH) {
            return searched(offset, unit / 60);
        }
        int within = (int) (offset - (long) (minute & ~MASK) * unit);
        return (word >>> (2 * EDGES)) * unit
                + counted(within, (int) word, unit)
                + counted(within, (int) (word >>> EDGES), unit);
    }

    private static int counted(int within, int edges, int unit) {
        int open = edges & MASK;
        int close = ((edges >>> SHIFT) & MASK) + 1;
        return Math.max(0, Math.min(within, close * unit) - open * unit);
    }

    private long searched(long offset, int perSecond) {
        long second = offset / perSecond;
        long before = intervals.openBefore(origin + second);
        boolean open = intervals.openBefore(origin + second + 1) > before;
        return before * perSecond + (open ? offset - second * perSecond : 0);
    }

    private long word(int bucket) {
        long from = origin + ((long) bucket << SHIFT) * 60;
        long to = from + (MASK + 1) * 60;
        long before = intervals.openBefore(from);
        long word = (before / 60) << (2 * EDGES);
        boolean fits = before % 60 == 0 && before / 60 < LARGEST;
        int found = 0;
        for (int i = intervals.firstClosingAfter(from); intervals.open(i) < to; i++) {
            long open = Math.max(from, intervals.open(i)) - from;
            long close = Math.min(to, intervals.close(i)) - from;
            fits &= found < MOST && open % 60 == 0 && close % 60 == 0;
            word |= fits ? (((close / 60 - 1) << SHIFT) | (open / 60)) << (found * EDGES) : 0;
            found++;
        }
        for (int i = found; i < MOST; i++) {
            word |= NONE << (i * EDGES);
        }
        return fits ? word : SEARCH;
    }
}
