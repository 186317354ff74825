/** What a fact means for the state of an incident. */
@NullMarked
package otklik.reporting.projection.core;

import org.jspecify.annotations.NullMarked;
