/**
 * Faults that a test or a person can order, and the record of what they hit.
 */
@NullMarked
package otklik.simulators.vk.fault;

import org.jspecify.annotations.NullMarked;
