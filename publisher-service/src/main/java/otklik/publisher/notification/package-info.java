/** E-mails that tell an organ's executors of new work (AK-6). */
@NullMarked
package otklik.publisher.notification;

import org.jspecify.annotations.NullMarked;
