package otklik.routing.directory.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;

/**
 * Somebody who works for the jurisdiction as a whole: a curator, a controller, a supervisor, the leadership, a chief of staff.
 *
 * @param id login, the {@code sub} of the person's tokens
 * @param email where notifications go
 * @param over ids of the organs a supervisor is over (AK-19, LP-19, LB-5); null = all
 */
public record Official(
        String id,
        String jurisdiction,
        String name,
        Role role,
        @Nullable String email,
        @Nullable List<String> over) {

    public Official {
        if (role == Role.EXECUTOR || role == Role.RESPONSIBLE) {
            throw new IllegalArgumentException(id + " is " + role.wire() + " and has to stand under the organ");
        }
    }

    boolean isNamedOver(String organ) {
        return over != null && over.contains(organ);
    }
}
