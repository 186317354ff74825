package otklik.routing.directory.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;

/**
 * A member of staff.
 *
 * @param id login, the {@code sub} of the person's tokens
 * @param email where notifications go (AK-6)
 * @param since first day as executor (KH-5), in the zone of the jurisdiction; null where nobody has said
 */
public record Person(
        String id,
        String name,
        Role role,
        @Nullable String email,
        @Nullable LocalDate since) {

    public Person {
        if (since != null && role != Role.EXECUTOR) {
            throw new IllegalArgumentException(
                    id + " is no executor but " + role.wire() + "; leave since out, or mend the role");
        }
    }

    public Person(String id, String name, Role role, @Nullable String email) {
        this(id, name, role, email, null);
    }
}
