/** An incident's life: commands in, facts out, in one transaction. The shell around {@code core}. */
@NullMarked
package otklik.routing.incident;

import org.jspecify.annotations.NullMarked;
