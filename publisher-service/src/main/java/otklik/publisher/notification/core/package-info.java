/** Words a letter, and decides when to try again; talks to nobody. */
@NullMarked
package otklik.publisher.notification.core;

import org.jspecify.annotations.NullMarked;
