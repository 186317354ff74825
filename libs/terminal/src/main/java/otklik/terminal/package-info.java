/** How every command line of ours speaks to people. */
@NullMarked
package otklik.terminal;

import org.jspecify.annotations.NullMarked;
