/** Everything that leaves: replies to the networks through a ledger, e-mails to staff. */
@NullMarked
package otklik.publisher;

import org.jspecify.annotations.NullMarked;
