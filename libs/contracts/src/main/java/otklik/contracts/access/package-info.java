/** Who somebody is: roles and their scope, as an access token carries them. */
@NullMarked
package otklik.contracts.access;

import org.jspecify.annotations.NullMarked;
