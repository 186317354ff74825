@NullMarked
package otklik.routing.incident;

import org.jspecify.annotations.NullMarked;
