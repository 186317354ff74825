/** {@code bench timers}: the clocks of the SLA on a real Kafka beside db-scheduler on a real PostgreSQL. */
@NullMarked
package otklik.bench.timers;

import org.jspecify.annotations.NullMarked;
