/** Tests of what the demo tells. */
@NullMarked
package otklik.standalone.demo;

import org.jspecify.annotations.NullMarked;
