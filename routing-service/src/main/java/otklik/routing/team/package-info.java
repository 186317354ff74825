/** What people say to one another about an incident. Decides nothing, and leaves the house nowhere. */
@NullMarked
package otklik.routing.team;

import org.jspecify.annotations.NullMarked;
