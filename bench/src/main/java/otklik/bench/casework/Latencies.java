package otklik.bench.casework;

import java.util.Arrays;

/** How long things took, in nanoseconds. Thread-safe. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    synchronized void addAll(Latencies others) {
        Arrays.stream(others.nanos, 0, others.count).forEach(this::add);
    }

    synchronized int count() {
        return count;
    }

    /** Milliseconds that this share of them did not exceed. */
    synchronized double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[Math.min(count - 1, (int) (share * count))] / 1e6;
    }
}
