package otklik.bench.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something, looking every few milliseconds. */
final class Waiting {

    private static final long EVERY = Duration.ofMillis(10).toNanos();

    private Waiting() {}

    /** @throws IllegalStateException if it does not come about in time */
    static void until(Duration atMost, BooleanSupplier there) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Не дождались за " + atMost);
            }
            LockSupport.parkNanos(EVERY);
        }
    }

    static void until(Instant at) {
        until(
                Duration.between(Instant.now(), at).plusMinutes(1),
                () -> !Instant.now().isBefore(at));
    }
}
