/** The regulations over HTTP: profiles, and what a deadline would be. */
@NullMarked
package otklik.sla.regulation;

import org.jspecify.annotations.NullMarked;
