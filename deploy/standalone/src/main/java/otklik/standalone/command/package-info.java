/** What {@code ./otklik} does in Java, one class per command. */
@NullMarked
package otklik.standalone.command;

import org.jspecify.annotations.NullMarked;
