@NullMarked
package otklik.embedded;

import org.jspecify.annotations.NullMarked;
