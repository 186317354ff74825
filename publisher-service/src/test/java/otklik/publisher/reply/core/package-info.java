@NullMarked
package otklik.publisher.reply.core;

import org.jspecify.annotations.NullMarked;
