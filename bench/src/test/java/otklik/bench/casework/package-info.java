@NullMarked
package otklik.bench.casework;

import org.jspecify.annotations.NullMarked;
