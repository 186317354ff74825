/** Takes posts in from the networks and from other systems, and classifies them. */
@NullMarked
package otklik.ingest;

import org.jspecify.annotations.NullMarked;
