@NullMarked
package otklik.routing.directory.core;

import org.jspecify.annotations.NullMarked;
