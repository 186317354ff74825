@NullMarked
package otklik.routing.replycheck;

import org.jspecify.annotations.NullMarked;
