/** {@code otklik bench regulation}: working time beside other calendars of the JVM, in one run, on the same instants. */
@NullMarked
package otklik.bench.regulation;

import org.jspecify.annotations.NullMarked;
