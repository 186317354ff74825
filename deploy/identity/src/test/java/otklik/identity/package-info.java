@NullMarked
package otklik.identity;

import org.jspecify.annotations.NullMarked;
