/** Absences as values and their rules. */
@NullMarked
package otklik.routing.absence.core;

import org.jspecify.annotations.NullMarked;
