/**
 * An SMTP server that keeps what it is sent, for people and tests to read.
 */
@NullMarked
package otklik.simulators.mailbox;

import org.jspecify.annotations.NullMarked;
