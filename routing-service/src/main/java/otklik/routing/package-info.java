/** The judge of casework: who may do what with an incident, and what came about. */
@NullMarked
package otklik.routing;

import org.jspecify.annotations.NullMarked;
