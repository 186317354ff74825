package otklik.regulation.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A piece of the time line between two instants, counted or skipped for one reason.
 *
 * @param from inclusive
 * @param to exclusive
 * @param name the holiday's or decree's name, the hours of a break; empty where there is nothing to name
 */
public record Stretch(Instant from, Instant to, Reason reason, String name) {

    public boolean isCounted() {
        return reason == Reason.COUNTED;
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    boolean continues(Stretch earlier) {
        return reason == earlier.reason && name.equals(earlier.name) && from.equals(earlier.to);
    }

    Stretch joinedTo(Stretch earlier) {
        return new Stretch(earlier.from, to, reason, name);
    }
}
