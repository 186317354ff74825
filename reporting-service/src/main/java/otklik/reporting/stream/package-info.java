/** Tells dashboards at once what has changed. */
@NullMarked
package otklik.reporting.stream;

import org.jspecify.annotations.NullMarked;
