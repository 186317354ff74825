package otklik.regulation;

import java.time.Duration;

/**
 * One step of the ladder after a breach.
 *
 * @param level from 1
 * @param delay working time after the breach
 */
public record Escalation(int level, Role role, Duration delay) {}
