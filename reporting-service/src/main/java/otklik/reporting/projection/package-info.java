/** Keeps what the events say, in tables made for asking. No personal data of citizens. */
@NullMarked
package otklik.reporting.projection;

import org.jspecify.annotations.NullMarked;
