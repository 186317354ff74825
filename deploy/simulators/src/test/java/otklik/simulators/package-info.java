@NullMarked
package otklik.simulators;

import org.jspecify.annotations.NullMarked;
