@NullMarked
package otklik.bench;

import org.jspecify.annotations.NullMarked;
