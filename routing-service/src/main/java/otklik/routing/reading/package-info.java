/** What people look at: queues, the card, the timeline. Decides nothing. */
@NullMarked
package otklik.routing.reading;

import org.jspecify.annotations.NullMarked;
