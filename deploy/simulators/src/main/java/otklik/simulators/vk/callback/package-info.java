/**
 * VK's Callback API: the sender of events to the servers of communities.
 */
@NullMarked
package otklik.simulators.vk.callback;

import org.jspecify.annotations.NullMarked;
