@NullMarked
package otklik.regulation.lint;

import org.jspecify.annotations.NullMarked;
