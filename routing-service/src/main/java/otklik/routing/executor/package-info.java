/** Who is executor of which organ, and what of that changed (KH-5). */
@NullMarked
package otklik.routing.executor;

import org.jspecify.annotations.NullMarked;
