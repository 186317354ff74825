/** The HTTP edge of every service, once: who calls, what an error looks like, what needs no token. */
@NullMarked
package otklik.web;

import org.jspecify.annotations.NullMarked;
