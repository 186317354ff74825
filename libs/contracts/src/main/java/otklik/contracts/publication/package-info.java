/** What became of a reply that left the house. */
@NullMarked
package otklik.contracts.publication;

import org.jspecify.annotations.NullMarked;
