/** Lessons, and the vote of similar cases: pure. */
@NullMarked
package otklik.routing.learning.core;

import org.jspecify.annotations.NullMarked;
