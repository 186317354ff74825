/** Services as processes of their own, as in production. */
@NullMarked
package otklik.standalone.processes;

import org.jspecify.annotations.NullMarked;
