@NullMarked
package otklik.publisher.notification.core;

import org.jspecify.annotations.NullMarked;
