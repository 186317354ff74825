/** Organs and their people, as the files of the installation describe them. */
@NullMarked
package otklik.routing.directory;

import org.jspecify.annotations.NullMarked;
