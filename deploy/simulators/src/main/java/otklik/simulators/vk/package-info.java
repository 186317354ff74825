/**
 * The simulated VK: its settings; the parts are in the packages below.
 */
@NullMarked
package otklik.simulators.vk;

import org.jspecify.annotations.NullMarked;
