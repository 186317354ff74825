/** Ready texts: kept, chosen for an incident and filled in. */
@NullMarked
package otklik.routing.template;

import org.jspecify.annotations.NullMarked;
