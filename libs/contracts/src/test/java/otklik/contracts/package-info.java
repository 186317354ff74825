@NullMarked
package otklik.contracts;

import org.jspecify.annotations.NullMarked;
