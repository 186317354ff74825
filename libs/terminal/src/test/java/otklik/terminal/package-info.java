@NullMarked
package otklik.terminal;

import org.jspecify.annotations.NullMarked;
