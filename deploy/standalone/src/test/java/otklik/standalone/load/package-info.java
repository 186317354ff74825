/** Tests of the load of exports. */
@NullMarked
package otklik.standalone.load;

import org.jspecify.annotations.NullMarked;
