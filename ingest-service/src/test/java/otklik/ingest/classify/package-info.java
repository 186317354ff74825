/** Tests of the classifier. */
@NullMarked
package otklik.ingest.classify;

import org.jspecify.annotations.NullMarked;
