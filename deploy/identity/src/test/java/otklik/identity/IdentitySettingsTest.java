package otklik.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {

    @Test
    void plainPassword_isRefusedOutsideADemo() {
        assertThatThrownBy(() -> settings(false, person("one", "{noop}demo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The password of one is stored as it is");
    }

    @Test
    void hashedPassword_isTakenOutsideADemo() {
        assertThat(settings(false, person("one", "{bcrypt}$2a$10$x")).people()).hasSize(1);
    }

    @Test
    void loginNamedTwice_isRefused() {
        assertThatThrownBy(() -> settings(true, person("one", "{noop}a"), person("one", "{noop}b")))
                .hasMessage("otklik.identity.people names one 2 times");
    }

    @Test
    void unknownRole_isRefusedAtTheStart() {
        assertThatThrownBy(() -> new Person("one", "N", "e", "", "{noop}a", List.of("king@altai-krai")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void consoleAddresses_haveBothSpellingsOfLoopback() {
        assertThat(Clients.of(settings(true)).getFirst().getRedirectUris())
                .containsExactlyInAnyOrder("http://127.0.0.1:8080/signed-in", "http://localhost:8080/signed-in");
    }

    private static IdentitySettings settings(boolean demo, Person... people) {
        return new IdentitySettings(
                "http://127.0.0.1:8080/", Path.of("unused"), demo, Duration.ofHours(1), List.of(people));
    }

    private static Person person(String login, String password) {
        return new Person(login, "Name", "e@otklik.example", "", password, List.of("curator@altai-krai"));
    }
}
