/** The checks themselves: functions of texts. */
@NullMarked
package otklik.routing.replycheck.core;

import org.jspecify.annotations.NullMarked;
