/** Tests of absences. */
@NullMarked
package otklik.routing.absence;

import org.jspecify.annotations.NullMarked;
