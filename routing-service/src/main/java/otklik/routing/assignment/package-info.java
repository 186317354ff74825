/** Which organ is competent: rules of topic and place as data. */
@NullMarked
package otklik.routing.assignment;

import org.jspecify.annotations.NullMarked;
