@NullMarked
package otklik.routing.template;

import org.jspecify.annotations.NullMarked;
