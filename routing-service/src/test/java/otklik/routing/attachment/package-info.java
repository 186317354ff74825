@NullMarked
package otklik.routing.attachment;

import org.jspecify.annotations.NullMarked;
