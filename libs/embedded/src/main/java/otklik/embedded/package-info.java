/** A real Kafka broker and a real PostgreSQL server, started from this JVM; for the standalone and for tests. */
@NullMarked
package otklik.embedded;

import org.jspecify.annotations.NullMarked;
