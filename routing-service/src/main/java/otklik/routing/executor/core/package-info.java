/** Changes of executors as values, and the term in which they have to be told. */
@NullMarked
package otklik.routing.executor.core;

import org.jspecify.annotations.NullMarked;
