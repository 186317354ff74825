@NullMarked
package otklik.regulation.time;

import org.jspecify.annotations.NullMarked;
