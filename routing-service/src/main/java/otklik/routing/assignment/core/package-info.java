/** Rules of assignment: first match wins, and says why. */
@NullMarked
package otklik.routing.assignment.core;

import org.jspecify.annotations.NullMarked;
