package otklik.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class KnownTokensTest {

    private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = START;
    private final KnownTokens tokens = new KnownTokens(this::check, () -> now);

    private Mono<Jwt> check(String token) {
        return Mono.fromSupplier(() -> {
            checked.add(token);
            if (token.startsWith("bad")) {
                throw new BadJwtException(token);
            }
            return new Jwt(token, START, START.plusSeconds(90), Map.of("alg", "RS256"), Map.of("sub", token));
        });
    }

    @Test
    void sameToken_isCheckedOnceAMinute() {
        tokens.decode("a").block();
        now = START.plusSeconds(59);
        assertThat(tokens.decode("a").block()).extracting(Jwt::getSubject).isEqualTo("a");
        assertThat(tokens.decode("b").block()).extracting(Jwt::getSubject).isEqualTo("b");
        assertThat(checked).containsExactly("a", "b");

        now = START.plusSeconds(61);
        tokens.decode("a").block();
        assertThat(checked).containsExactly("a", "b", "a");
    }

    @Test
    void expiredToken_goesToTheCheckWhoeverKnewIt() {
        now = START.plusSeconds(80);
        tokens.decode("a").block();
        now = now.plus(Duration.ofSeconds(10));

        tokens.decode("a").block();

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void refusedToken_isCheckedEachTime() {
        assertThatThrownBy(() -> tokens.decode("bad").block()).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad").block()).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasSize(2);
    }
}
