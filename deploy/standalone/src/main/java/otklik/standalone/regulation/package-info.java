/** {@code otklik regulation}: the regulations on the command line, without anything running. Reads profiles, writes text or JSON. */
@NullMarked
package otklik.standalone.regulation;

import org.jspecify.annotations.NullMarked;
