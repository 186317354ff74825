/** When it is a surge, and what becomes of one. */
@NullMarked
package otklik.routing.surge.core;

import org.jspecify.annotations.NullMarked;
