@NullMarked
package otklik.routing.executor;

import org.jspecify.annotations.NullMarked;
