/** What people did with earlier incidents, and which organ that speaks for now. */
@NullMarked
package otklik.routing.learning;

import org.jspecify.annotations.NullMarked;
