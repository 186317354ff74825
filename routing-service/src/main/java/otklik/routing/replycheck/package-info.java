/** Looks a reply over before anybody signs it: what the regulation asks of a text, and what readers stumble over. */
@NullMarked
package otklik.routing.replycheck;

import org.jspecify.annotations.NullMarked;
