@NullMarked
package otklik.routing.learning;

import org.jspecify.annotations.NullMarked;
