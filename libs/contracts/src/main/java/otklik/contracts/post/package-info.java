/** Posts as they come from the networks, normalised. */
@NullMarked
package otklik.contracts.post;

import org.jspecify.annotations.NullMarked;
