/**
 * Simulated social networks and a mailbox: what Otklik talks to when the real ones are not there.
 */
@NullMarked
package otklik.simulators;

import org.jspecify.annotations.NullMarked;
