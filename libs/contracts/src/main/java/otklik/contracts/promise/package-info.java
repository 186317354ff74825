/** Promises of published replies whose day has come. */
@NullMarked
package otklik.contracts.promise;

import org.jspecify.annotations.NullMarked;
