@NullMarked
package otklik.routing.incident.core;

import org.jspecify.annotations.NullMarked;
