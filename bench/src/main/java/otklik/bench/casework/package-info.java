/** {@code bench casework}: commands and reading of the routing-service with a million incidents, over HTTP, on a real PostgreSQL and Kafka. */
@NullMarked
package otklik.bench.casework;

import org.jspecify.annotations.NullMarked;
