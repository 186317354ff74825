/** Who looks at an incident just now, and who is writing there: for minutes, in memory, no facts. */
@NullMarked
package otklik.routing.presence;

import org.jspecify.annotations.NullMarked;
