@NullMarked
package otklik.routing.promise;

import org.jspecify.annotations.NullMarked;
