@NullMarked
package otklik.routing;

import org.jspecify.annotations.NullMarked;
