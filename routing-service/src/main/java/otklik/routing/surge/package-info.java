/** Surges: many citizens write about the same in the same place within a short time (AK-21, LB-12, LP-21). */
@NullMarked
package otklik.routing.surge;

import org.jspecify.annotations.NullMarked;
