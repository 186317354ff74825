/**
 * VK's objects as they travel, in API answers and callback events alike. Snake case comes from the mapper.
 */
@NullMarked
package otklik.simulators.vk.wire;

import org.jspecify.annotations.NullMarked;
