/** The working-time calculus: production calendars, office hours and arithmetic on the four clocks. */
@NullMarked
package otklik.regulation.time;

import org.jspecify.annotations.NullMarked;
