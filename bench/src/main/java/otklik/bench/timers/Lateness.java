package otklik.bench.timers;

import java.util.Arrays;
import otklik.bench.Report;

/** How late each was told, in milliseconds; below zero would be early, which must never be. Not thread-safe. */
final class Lateness {

    private long[] millis = new long[1024];
    private int count;

    void add(long late) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
        }
        millis[count++] = late;
    }

    int count() {
        return count;
    }

    void tell(Report report, String subject) {
        long[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        report.figure("опоздание, p50", subject, (double) at(sorted, 0.50), "мс", "≤ 60");
        report.figure("опоздание, p99", subject, (double) at(sorted, 0.99), "мс", "≤ 120");
        report.figure("опоздание, наибольшее", subject, (double) at(sorted, 1), "мс", null);
        report.figure(
                "раньше времени",
                subject,
                (double) Arrays.stream(sorted).filter(late -> late < 0).count(),
                "шт",
                "0");
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
