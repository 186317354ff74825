/** The summary of a period (AK-20): timeliness, quality, dynamics, by organ. */
@NullMarked
package otklik.reporting.summary;

import org.jspecify.annotations.NullMarked;
