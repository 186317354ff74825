/** What the services say to each other on Kafka: topics, event types, ids. No Spring, no logic of the domain. */
@NullMarked
package otklik.contracts;

import org.jspecify.annotations.NullMarked;
