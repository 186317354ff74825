package otklik.regulation.time;

/**
 * How many working days there are up to and including the local date of an instant: one look into a table. A bucket of 2^16 s (18 hours)
 * holds at most one midnight; should a zone skip its clocks so that it holds two, the bucket is marked and searched.
 */
final class DayRank {

    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final long SEARCH = -1;

    private final long origin;
    private final long[] midnight;
    private final int[] rank;
    /** Per bucket: the rank at its beginning, 32 bits; by how much it grows at a midnight, 15 bits; where that lies, 17 bits. */
    private final long[] table;

    /**
     * @param midnight local midnights as epoch seconds, one more than there are days
     * @param rank of each day
     */
    DayRank(CalendarRange range, long[] midnight, int[] rank) {
        this.origin = range.from();
        this.midnight = midnight;
        this.rank = rank;
        this.table = new long[(int) ((range.to() - 1 - origin) >> SHIFT) + 1];
        for (int bucket = 0; bucket < table.length; bucket++) {
            table[bucket] = word(origin + ((long) bucket << SHIFT));
        }
    }

    /** Within the range, its end excluded. */
    int at(long second) {
        long offset = second - origin;
        long word = table[(int) (offset >> SHIFT)];
        if (word == SEARCH) {
            return rank[dayOf(second)];
        }
        int within = (int) offset & MASK;
        int place = (int) word & 0x1FFFF;
        int growth = (int) word >>> 17;
        return (int) (word >>> 32) + (growth & ((place - 1 - within) >> 31));
    }

    private long word(long from) {
        int day = dayOf(from);
        long place = MASK + 1;
        int growth = 0;
        for (int next = day + 1; next < rank.length && midnight[next] <= from + MASK; next++) {
            int more = rank[next] - rank[next - 1];
            if (more > 0 && growth > 0 && midnight[next] - from != place) {
                return SEARCH;
            }
            place = more > 0 ? midnight[next] - from : place;
            growth += more;
        }
        return ((long) rank[day] << 32) | ((long) growth << 17) | place;
    }

    /** The last day that begins at or before this second. */
    private int dayOf(long second) {
        int from = 0;
        int to = rank.length - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (midnight[middle] <= second) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return from;
    }
}
