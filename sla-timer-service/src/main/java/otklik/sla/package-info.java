/** Deadlines of incidents: sets, meets, warns, breaches and escalates them by the regulation that binds. */
@NullMarked
package otklik.sla;

import org.jspecify.annotations.NullMarked;
