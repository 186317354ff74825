package otklik.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The one clock of a process. Usually the machine's; with the system property {@value #PROPERTY} (an instant with its offset) a virtual one,
 * which begins there, runs at the pace of the machine's and can be advanced, never put back. All services of a standalone share it. Tokens
 * and what networks say of themselves stay with the machine's time.
 */
public final class ProcessClock implements InstantSource {

    public static final String PROPERTY = "otklik.clock";

    private final InstantSource real;
    private final Instant realStart;
    private volatile Instant start;

    ProcessClock(InstantSource real, Instant start) {
        this.real = real;
        this.realStart = real.instant();
        this.start = start;
    }

    /** @throws java.time.format.DateTimeParseException if the property is no instant with an offset */
    public static InstantSource current() {
        return OfThisProcess.CLOCK;
    }

    /** The clock where it is virtual. */
    public static Optional<ProcessClock> virtual() {
        return current() instanceof ProcessClock clock ? Optional.of(clock) : Optional.empty();
    }

    private static InstantSource fromProperty() {
        String from = System.getProperty(PROPERTY);
        return from == null
                ? InstantSource.system()
                : new ProcessClock(
                        InstantSource.system(), OffsetDateTime.parse(from).toInstant());
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(realStart, real.instant()));
    }

    /** @throws IllegalArgumentException if it is backwards */
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock is never put back: " + by);
        }
        start = start.plus(by);
    }

    /** Made at the first question, when whoever starts the process has said which it is to be. */
    private static final class OfThisProcess {
        static final InstantSource CLOCK = fromProperty();
    }
}
