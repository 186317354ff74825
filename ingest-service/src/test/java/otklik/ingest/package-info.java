/** The service under test and what its tests share. */
@NullMarked
package otklik.ingest;

import org.jspecify.annotations.NullMarked;
