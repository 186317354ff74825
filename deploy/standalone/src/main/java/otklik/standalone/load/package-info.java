/** Loads an export of another system into a running Otklik: reads a CSV file of any length and hands it in through the API. */
@NullMarked
package otklik.standalone.load;

import org.jspecify.annotations.NullMarked;
