@NullMarked
package otklik.routing.document;

import org.jspecify.annotations.NullMarked;
