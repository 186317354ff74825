@NullMarked
package otklik.publisher.reply;

import org.jspecify.annotations.NullMarked;
