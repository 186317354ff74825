/** What may come in: rules, without any I/O. */
@NullMarked
package otklik.ingest.intake.core;

import org.jspecify.annotations.NullMarked;
