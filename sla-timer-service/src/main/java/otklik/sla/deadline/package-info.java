/** The shell of the deadlines: Kafka Streams topology, stores, HTTP. */
@NullMarked
package otklik.sla.deadline;

import org.jspecify.annotations.NullMarked;
