/** Starts all parts in one JVM in a sensible order, and stops them in the reverse one. */
@NullMarked
package otklik.standalone.launch;

import org.jspecify.annotations.NullMarked;
