/** The entrance of {@code ./otklik bench}: one command per benchmark, each in a package of its own. */
@NullMarked
package otklik.bench;

import org.jspecify.annotations.NullMarked;
