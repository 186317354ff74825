package otklik.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Everybody of the settings, by login. */
@Component
class People implements UserDetailsService {

    private final Map<String, Person> byLogin = new LinkedHashMap<>();

    People(IdentitySettings settings) {
        settings.people().forEach(person -> byLogin.put(person.login(), person));
    }

    Collection<Person> all() {
        return byLogin.values();
    }

    Optional<Person> find(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return find(login)
                .map(person -> User.withUsername(person.login())
                        .password(person.password())
                        .authorities("ROLE_PERSON")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(login));
    }
}
