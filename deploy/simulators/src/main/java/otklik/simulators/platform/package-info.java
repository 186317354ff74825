/**
 * Time and the journal on disk; nothing else reads a clock or writes a file.
 */
@NullMarked
package otklik.simulators.platform;

import org.jspecify.annotations.NullMarked;
