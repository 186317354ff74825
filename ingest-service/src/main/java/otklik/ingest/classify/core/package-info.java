/** How a post is judged: rules over words, without any I/O. */
@NullMarked
package otklik.ingest.classify.core;

import org.jspecify.annotations.NullMarked;
