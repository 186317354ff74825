/** Drafts taken out as files and read in from files. Keeps nothing: what was read in is submitted as any other text. */
@NullMarked
package otklik.routing.document;

import org.jspecify.annotations.NullMarked;
