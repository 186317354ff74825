/** Tests of the publisher against real Kafka, PostgreSQL and the simulated VK. */
@NullMarked
package otklik.publisher;

import org.jspecify.annotations.NullMarked;
