/** Replies to the networks: exactly one public reply, whatever fails. */
@NullMarked
package otklik.publisher.reply;

import org.jspecify.annotations.NullMarked;
