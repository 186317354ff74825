/** Decides what becomes of a reply; talks to nobody. */
@NullMarked
package otklik.publisher.reply.core;

import org.jspecify.annotations.NullMarked;
