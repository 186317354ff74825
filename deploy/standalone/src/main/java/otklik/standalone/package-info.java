/** Everything in one process: broker, database, simulated networks, services, gateway; and the commands that talk to them. */
@NullMarked
package otklik.standalone;

import org.jspecify.annotations.NullMarked;
