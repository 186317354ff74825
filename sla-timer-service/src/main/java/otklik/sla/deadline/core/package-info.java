/** The rules of deadlines: what starts, meets, moves and ends them, and what the passage of time makes of them. Pure. */
@NullMarked
package otklik.sla.deadline.core;

import org.jspecify.annotations.NullMarked;
