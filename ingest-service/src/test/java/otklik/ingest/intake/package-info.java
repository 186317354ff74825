/** Tests of the intake. */
@NullMarked
package otklik.ingest.intake;

import org.jspecify.annotations.NullMarked;
