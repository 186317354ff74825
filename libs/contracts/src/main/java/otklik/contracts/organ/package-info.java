/** What happens in organs beside their incidents. */
@NullMarked
package otklik.contracts.organ;

import org.jspecify.annotations.NullMarked;
