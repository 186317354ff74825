/** The rules of casework as functions: incident and command in, facts or a refusal out. Pure. */
@NullMarked
package otklik.routing.incident.core;

import org.jspecify.annotations.NullMarked;
