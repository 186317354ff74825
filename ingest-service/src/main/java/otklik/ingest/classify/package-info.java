/** Finds topic, place, importance and screening verdict of a post. */
@NullMarked
package otklik.ingest.classify;

import org.jspecify.annotations.NullMarked;
