package otklik.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the built-in identity provider.
 *
 * @param issuer address people and services see, without a slash at the end; it is the {@code iss} of every token
 * @param data folder of the signing key; as long as it stays, tokens outlive a restart
 * @param demo whether the sign-in page offers every person as a card; only then may passwords be stored as they are
 * @param tokenLife how long an access token is good: a working day, since the console has no refresh token
 * @param people who may sign in, each login once
 */
@ConfigurationProperties("otklik.identity")
record IdentitySettings(String issuer, Path data, boolean demo, Duration tokenLife, List<Person> people) {

    IdentitySettings {
        issuer = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        people = people == null ? List.of() : List.copyOf(people);
        requireUniqueLogins(people);
        if (!demo) {
            people.forEach(IdentitySettings::requireHashedPassword);
        }
    }

    private static void requireUniqueLogins(List<Person> people) {
        Map<String, Long> byLogin =
                people.stream().collect(Collectors.groupingBy(Person::login, Collectors.counting()));
        byLogin.forEach((login, count) -> {
            if (count > 1) {
                throw new IllegalArgumentException("otklik.identity.people names " + login + " " + count + " times");
            }
        });
    }

    private static void requireHashedPassword(Person person) {
        if (person.plainPassword() != null) {
            throw new IllegalArgumentException("The password of " + person.login()
                    + " is stored as it is ({noop}); that is for otklik.identity.demo=true only, use {bcrypt}");
        }
    }
}
