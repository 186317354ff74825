@NullMarked
package otklik.bench.timers;

import org.jspecify.annotations.NullMarked;
