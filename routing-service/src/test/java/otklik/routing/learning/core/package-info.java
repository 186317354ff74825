@NullMarked
package otklik.routing.learning.core;

import org.jspecify.annotations.NullMarked;
