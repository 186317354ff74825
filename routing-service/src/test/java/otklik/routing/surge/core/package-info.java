@NullMarked
package otklik.routing.surge.core;

import org.jspecify.annotations.NullMarked;
