/** Templates as values: their small grammar, what may be saved, how one is filled in. */
@NullMarked
package otklik.routing.template.core;

import org.jspecify.annotations.NullMarked;
