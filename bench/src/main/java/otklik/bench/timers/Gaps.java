package otklik.bench.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a reader heard of deadlines that fall due all the time, and for how long it heard nothing after each kill: until one is told that fell
 * due after the kill, of every partition. Thread-safe.
 */
final class Gaps {

    private final Set<UUID> heard = new HashSet<>();
    private final List<Long> millis = new ArrayList<>();
    private final Instant[] latestDue;
    private int repeats;
    private int early;

    Gaps(int partitions) {
        latestDue = new Instant[partitions];
        java.util.Arrays.fill(latestDue, Instant.EPOCH);
    }

    synchronized void add(UUID event, int partition, Instant due, Instant now) {
        repeats += heard.add(event) ? 0 : 1;
        early += now.isBefore(due) ? 1 : 0;
        latestDue[partition] = due.isAfter(latestDue[partition]) ? due : latestDue[partition];
    }

    void awaitFirst() {
        Waiting.until(Duration.ofMinutes(5), () -> isEveryPartitionPast(Instant.EPOCH));
    }

    /** How long from now until every partition tells what fell due after now. */
    Duration afterKill() {
        Instant killed = Instant.now();
        Waiting.until(Duration.ofMinutes(2), () -> isEveryPartitionPast(killed));
        Duration gap = Duration.between(killed, Instant.now());
        synchronized (this) {
            millis.add(gap.toMillis());
        }
        return gap;
    }

    private synchronized boolean isEveryPartitionPast(Instant instant) {
        for (Instant latest : latestDue) {
            if (!latest.isAfter(instant)) {
                return false;
            }
        }
        return true;
    }

    void awaitAll(int expected) {
        Waiting.until(Duration.ofMinutes(4), () -> distinct() >= expected);
    }

    synchronized int distinct() {
        return heard.size();
    }

    synchronized int repeats() {
        return repeats;
    }

    synchronized int early() {
        return early;
    }

    synchronized double percentile(double share) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
