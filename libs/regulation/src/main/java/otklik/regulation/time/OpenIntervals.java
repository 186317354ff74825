package otklik.regulation.time;

import java.util.Arrays;

/**
 * Sorted, disjoint open intervals {@code [open, close)} in epoch seconds, with the open seconds before each. Answers by binary search;
 * the tables built from it answer by one look.
 */
final class OpenIntervals {

    private final long[] open;
    private final long[] close;
    /** Open seconds before the interval; the last element is the total. */
    private final int[] before;

    OpenIntervals(long[] open, long[] close) {
        this.open = open;
        this.close = close;
        this.before = new int[open.length + 1];
        for (int i = 0; i < open.length; i++) {
            before[i + 1] = Math.addExact(before[i], Math.toIntExact(close[i] - open[i]));
        }
    }

    int size() {
        return open.length;
    }

    /** All open seconds there are. */
    int total() {
        return before[open.length];
    }

    /** {@link Long#MAX_VALUE} where no interval is left. */
    long open(int interval) {
        return interval < open.length ? open[interval] : Long.MAX_VALUE;
    }

    long close(int interval) {
        return interval < open.length ? close[interval] : Long.MAX_VALUE;
    }

    /** Open seconds before the interval. */
    int before(int interval) {
        return before[interval];
    }

    /** The interval that is open at this second, or else the next one; {@link #size()} where none is left. */
    int firstClosingAfter(long second) {
        int found = Arrays.binarySearch(close, second);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The interval that holds the k-th open second, k from 0 and less than {@link #total()}. */
    int holding(int k) {
        int found = Arrays.binarySearch(before, k);
        return found >= 0 ? found : -found - 2;
    }

    int openBefore(long second) {
        int interval = firstClosingAfter(second);
        return before[interval] + (int) Math.max(0, second - Math.min(second, open(interval)));
    }

    /** The k-th open second as an epoch second. */
    long secondOf(int k) {
        int interval = holding(k);
        return open[interval] + (k - before[interval]);
    }
}
