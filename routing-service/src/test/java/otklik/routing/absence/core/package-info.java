/** Tests of the rules of absences. */
@NullMarked
package otklik.routing.absence.core;

import org.jspecify.annotations.NullMarked;
