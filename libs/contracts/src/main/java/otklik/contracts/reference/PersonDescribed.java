package otklik.contracts.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * A member of staff. {@code email} is where notifications go (AK-6).
 *
 * @param id login, the {@code sub} of the person's tokens
 * @param organ where the person works; null for the jurisdiction's own people: curator, controller, supervisor, leadership, chief
 * @param role lower case, as in the roles of tokens
 * @param over ids of the organs a supervisor is over (AK-19, LP-19); null = all of the jurisdiction
 */
public record PersonDescribed(
        String id,
        String jurisdiction,
        @Nullable String organ,
        String name,
        String role,
        @Nullable String email,
        @Nullable List<String> over)
        implements Event {

    public PersonDescribed(
            String id, String jurisdiction, @Nullable String organ, String name, String role, @Nullable String email) {
        this(id, jurisdiction, organ, name, role, email, null);
    }

    @Override
    public String key() {
        return id;
    }
}
