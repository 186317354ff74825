/**
 * VK's method API as seen on the wire.
 */
@NullMarked
package otklik.simulators.vk.api;

import org.jspecify.annotations.NullMarked;
