/** Deadlines: set, met, moved, cancelled, lapsed, warned, breached, escalated. */
@NullMarked
package otklik.contracts.sla;

import org.jspecify.annotations.NullMarked;
