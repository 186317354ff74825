package otklik.publisher.reply;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** This service's own access token (OAuth 2 client credentials), kept until shortly before it ends. Never in a log. */
final class ServiceToken {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration SHORT_LIFE = Duration.ofMinutes(5);

    private final WebClient web;
    private final RoutingSettings settings;
    private final Mono<String> token;

    ServiceToken(WebClient web, RoutingSettings settings) {
        this.web = web;
        this.settings = settings;
        this.token = Mono.defer(this::fetch)
                .cache(ServiceToken::life, failed -> Duration.ZERO, () -> Duration.ZERO)
                .map(answer -> answer.path("access_token").asString(""));
    }

    Mono<String> get() {
        return token;
    }

    private Mono<JsonNode> fetch() {
        return web.get()
                .uri(settings.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(JsonNode.class)
                .flatMap(issuer -> web.post()
                        .uri(issuer.path("token_endpoint").asString(""))
                        .headers(this::identify)
                        .body(BodyInserters.fromFormData("grant_type", "client_credentials"))
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .timeout(settings.timeout());
    }

    private void identify(HttpHeaders headers) {
        headers.setBasicAuth(settings.clientId(), settings.clientSecret());
    }

    private static Duration life(JsonNode answer) {
        Duration told = Duration.ofSeconds(answer.path("expires_in").asLong(SHORT_LIFE.toSeconds()));
        Duration life = told.minus(MARGIN);
        return life.isPositive() ? life : Duration.ZERO;
    }
}
