/** {@code otklik demo}: one incident from the simulated wall to the published answer, told step by step. */
@NullMarked
package otklik.standalone.demo;

import org.jspecify.annotations.NullMarked;
