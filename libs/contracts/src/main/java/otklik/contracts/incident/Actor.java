package otklik.contracts.incident;

import org.jspecify.annotations.Nullable;

/**
 * By whose hand a fact came about (AK-18). Staff, not citizens.
 *
 * @param id login of the person, or {@code system}
 * @param role role in which the person acted, lower case; {@code system} for the system itself
 * @param organ id of the organ the person acted for
 * @param actingFor login of the absent person whose work it is (VP-6, LP-5); null when it is the person's own
 */
public record Actor(
        String id,
        @Nullable String name,
        String role,
        @Nullable String organ,
        @Nullable String actingFor) {

    public static final Actor SYSTEM = new Actor("system", null, "system", null);

    public Actor(String id, @Nullable String name, String role, @Nullable String organ) {
        this(id, name, role, organ, null);
    }
}
