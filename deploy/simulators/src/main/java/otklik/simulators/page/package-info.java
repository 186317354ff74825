/**
 * The pages that show walls and mail to a person, in Russian.
 */
@NullMarked
package otklik.simulators.page;

import org.jspecify.annotations.NullMarked;
