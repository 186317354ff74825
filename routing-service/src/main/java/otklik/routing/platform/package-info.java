/** Time and ids: the only place that may ask the machine for them. */
@NullMarked
package otklik.routing.platform;

import org.jspecify.annotations.NullMarked;
