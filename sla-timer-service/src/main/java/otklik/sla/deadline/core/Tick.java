package otklik.sla.deadline.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import otklik.contracts.sla.DeadlineFact;

/**
 * The next thing that time alone will make of a deadline.
 *
 * @param at when it comes about, whenever it is noticed
 * @param past whether {@code at} itself is still in time: a breach is later than the due instant
 * @param after the deadline once it came about
 */
record Tick(Instant at, boolean past, DeadlineFact fact, IncidentDeadline after) {

    boolean hasCome(Instant now) {
        return past ? now.isAfter(at) : !now.isBefore(at);
    }

    /** The first whole millisecond at which it has come. */
    Instant lookAt() {
        Instant floor = at.truncatedTo(ChronoUnit.MILLIS);
        return past || floor.isBefore(at) ? floor.plusMillis(1) : floor;
    }
}
