package otklik.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import otklik.contracts.access.Grant;

/**
 * Somebody who may sign in, and the script that works in this person's name.
 *
 * @param login also the id of the client for scripts
 * @param about one line for the card on the demo sign-in page
 * @param password with its encoding: {@code {bcrypt}…}, or {@code {noop}…} in a demo
 * @param grants {@code role@jurisdiction[/organ]}
 */
record Person(
        String login,
        String name,
        String email,
        @DefaultValue("") String about,
        String password,
        List<String> grants) {

    private static final String PLAIN = "{noop}";

    Person {
        grants = grants == null ? List.of() : List.copyOf(grants);
        grants.forEach(Grant::parse);
    }

    /** The password itself where it is stored as it is, otherwise null. */
    @Nullable
    String plainPassword() {
        return password.startsWith(PLAIN) ? password.substring(PLAIN.length()) : null;
    }
}
