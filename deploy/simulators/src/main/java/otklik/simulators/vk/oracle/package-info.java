/**
 * The test's side of the simulator: act as a citizen, look at everything, order faults.
 */
@NullMarked
package otklik.simulators.vk.oracle;

import org.jspecify.annotations.NullMarked;
