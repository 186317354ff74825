/** Tests of the reports against real Kafka and PostgreSQL. */
@NullMarked
package otklik.reporting;

import org.jspecify.annotations.NullMarked;
