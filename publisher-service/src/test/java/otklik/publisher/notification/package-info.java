@NullMarked
package otklik.publisher.notification;

import org.jspecify.annotations.NullMarked;
