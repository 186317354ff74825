/** Figures for Prometheus, read from the projection. */
@NullMarked
package otklik.reporting.figures;

import org.jspecify.annotations.NullMarked;
