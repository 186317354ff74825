/**
 * What stands on the walls: posts, comments, people, and the rules for adding to them.
 */
@NullMarked
package otklik.simulators.vk.wall;

import org.jspecify.annotations.NullMarked;
