/** How services exchange events: envelope, outbox relay, inbox, dead letters. Knows nothing of incidents. */
@NullMarked
package otklik.messaging;

import org.jspecify.annotations.NullMarked;
