/** What is wrong with a regulation itself: budgets that cannot hold, references to nothing, steps without a clock. */
@NullMarked
package otklik.regulation.lint;

import org.jspecify.annotations.NullMarked;
