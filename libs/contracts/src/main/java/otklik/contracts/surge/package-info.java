/** Surges: many citizens write about the same within a short time. */
@NullMarked
package otklik.contracts.surge;

import org.jspecify.annotations.NullMarked;
