/** Incidents: what the classifier found and every fact of an incident's life. */
@NullMarked
package otklik.contracts.incident;

import org.jspecify.annotations.NullMarked;
