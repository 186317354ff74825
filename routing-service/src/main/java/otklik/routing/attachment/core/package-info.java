/** Which files a reply may have and what they are called. */
@NullMarked
package otklik.routing.attachment.core;

import org.jspecify.annotations.NullMarked;
