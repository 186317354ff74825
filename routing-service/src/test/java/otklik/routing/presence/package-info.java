@NullMarked
package otklik.routing.presence;

import org.jspecify.annotations.NullMarked;
