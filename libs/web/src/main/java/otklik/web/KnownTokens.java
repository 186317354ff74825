package otklik.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks the signature of a token once a minute instead of with every request: a console asks many times a minute with the same one. An expired
 * token is never taken; one whose key the issuer has withdrawn, a minute longer at most. Only good tokens are remembered. Thread-safe.
 */
final class KnownTokens implements ReactiveJwtDecoder {

    private static final Duration FOR = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final InstantSource time;
    private final Cache<String, Jwt> known;

    KnownTokens(ReactiveJwtDecoder decoder, InstantSource time) {
        this.decoder = decoder;
        this.time = time;
        known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FOR)
                .ticker(() -> nanos(time.instant()))
                .build();
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt jwt = known.getIfPresent(token);
        return jwt != null && isFresh(jwt)
                ? Mono.just(jwt)
                : decoder.decode(token).doOnNext(checked -> known.put(token, checked));
    }

    /** To the second, without the tolerance that the decoder grants: what is just over goes to the decoder. */
    private boolean isFresh(Jwt jwt) {
        Instant end = jwt.getExpiresAt();
        return end != null && time.instant().isBefore(end);
    }
}
