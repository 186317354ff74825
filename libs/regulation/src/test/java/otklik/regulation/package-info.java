@NullMarked
package otklik.regulation;

import org.jspecify.annotations.NullMarked;
