package otklik.routing.directory.core;

import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;

/**
 * A member of staff.
 *
 * @param id login, the {@code sub} of the person's tokens
 * @param email where notifications go (AK-6)
 */
public record Person(
        String id, String name, Role role, @Nullable String email) {}
