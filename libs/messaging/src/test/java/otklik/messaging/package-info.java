@NullMarked
package otklik.messaging;

import org.jspecify.annotations.NullMarked;
