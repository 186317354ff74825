/** Reference data that its owner publishes on compacted topics. */
@NullMarked
package otklik.contracts.reference;

import org.jspecify.annotations.NullMarked;
