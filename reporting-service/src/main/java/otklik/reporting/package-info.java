/** What the events say of the work: reports, a stream of changes, figures for monitoring. */
@NullMarked
package otklik.reporting;

import org.jspecify.annotations.NullMarked;
