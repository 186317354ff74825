/** Files of replies: taken in, looked through, cleaned of personal data, kept, given out (AK-16, VP-12, KH-9, LB-9, LP-16). */
@NullMarked
package otklik.routing.attachment;

import org.jspecify.annotations.NullMarked;
