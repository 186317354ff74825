/** What every module's tests stand on: settable time, real Kafka and PostgreSQL, tokens, house rules, clause coverage. */
@NullMarked
package otklik.testkit;

import org.jspecify.annotations.NullMarked;
