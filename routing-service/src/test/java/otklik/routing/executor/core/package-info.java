@NullMarked
package otklik.routing.executor.core;

import org.jspecify.annotations.NullMarked;
