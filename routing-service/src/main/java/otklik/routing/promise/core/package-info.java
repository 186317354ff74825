/** Dates and terms in Russian texts, and the promises that they make. */
@NullMarked
package otklik.routing.promise.core;

import org.jspecify.annotations.NullMarked;
