@NullMarked
package otklik.standalone;

import org.jspecify.annotations.NullMarked;
