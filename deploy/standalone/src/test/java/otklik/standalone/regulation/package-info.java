@NullMarked
package otklik.standalone.regulation;

import org.jspecify.annotations.NullMarked;
