/** Talks to a running Otklik as any program would: tokens, JSON, problems. */
@NullMarked
package otklik.standalone.client;

import org.jspecify.annotations.NullMarked;
