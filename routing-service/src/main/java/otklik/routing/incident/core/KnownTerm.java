package otklik.routing.incident.core;

import java.time.Instant;

/**
 * A term of an incident as far as the sla-timer has told of it, which may be a moment behind.
 *
 * @param isRunning otherwise it was met; one that was taken away is none
 */
public record KnownTerm(String stage, Instant startedAt, boolean isRunning) {}
