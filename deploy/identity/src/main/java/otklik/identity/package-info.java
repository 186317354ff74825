/** The built-in OpenID Connect provider of the standalone. Production points {@code OTKLIK_ISSUER} at its own instead. */
@NullMarked
package otklik.identity;

import org.jspecify.annotations.NullMarked;
