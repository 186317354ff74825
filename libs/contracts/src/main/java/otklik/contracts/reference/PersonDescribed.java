package otklik.contracts.reference;

import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * A member of staff. {@code email} is where notifications go (AK-6).
 *
 * @param id login, the {@code sub} of the person's tokens
 * @param role lower case, as in the roles of tokens
 */
public record PersonDescribed(
        String id,
        String jurisdiction,
        @Nullable String organ,
        String name,
        String role,
        @Nullable String email) implements Event {

    @Override
    public String key() {
        return id;
    }
}
