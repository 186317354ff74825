/** The one way in for every post, wherever it comes from. */
@NullMarked
package otklik.ingest.intake;

import org.jspecify.annotations.NullMarked;
