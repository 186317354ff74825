/** What replies that went out promise by when, and what became of it. */
@NullMarked
package otklik.routing.promise;

import org.jspecify.annotations.NullMarked;
