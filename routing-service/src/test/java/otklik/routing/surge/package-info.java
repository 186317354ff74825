@NullMarked
package otklik.routing.surge;

import org.jspecify.annotations.NullMarked;
