@NullMarked
package otklik.standalone.launch;

import org.jspecify.annotations.NullMarked;
