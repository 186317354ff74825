/** {@code otklik clauses}: which clauses of the regulations are held, by which tests. */
@NullMarked
package otklik.standalone.clauses;

import org.jspecify.annotations.NullMarked;
