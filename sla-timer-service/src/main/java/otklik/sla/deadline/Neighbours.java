package otklik.sla.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where several instances share the incidents: hands a question about one incident to the instance that keeps its clocks, and one about all
 * to every other, with the caller's own token, which is checked there again. A question that was handed over once is not handed over
 * again. While partitions move the answer is 503 with {@code Retry-After}.
 */
final class Neighbours implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
    private static final String PATH = "/api/sla/v1/incidents/";
    private static final String HANDED_OVER = "X-Otklik-Handed-Over";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UUID_LENGTH = 36;

    private final DeadlineStreams streams;
    private final HostInfo self;
    private final WebClient client = WebClient.create();

    /** @param self host and port under which the others find this instance */
    Neighbours(DeadlineStreams streams, String self) {
        this.streams = streams;
        this.self = HostInfo.buildFromEndpoint(self);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        UUID incident = incident(request);
        HostInfo keeper =
                incident == null || request.getHeaders().containsHeader(HANDED_OVER) ? null : keeper(incident);
        return keeper == null || keeper.equals(self)
                ? chain.filter(exchange)
                : handOver(request, exchange.getResponse(), keeper);
    }

    private static @Nullable UUID incident(ServerHttpRequest request) {
        String path = request.getPath().value();
        if (!request.getMethod().equals(HttpMethod.GET)
                || !path.startsWith(PATH)
                || path.length() < PATH.length() + UUID_LENGTH) {
            return null;
        }
        try {
            return UUID.fromString(path.substring(PATH.length(), PATH.length() + UUID_LENGTH));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null while nobody can tell. Partitions go by the key of the lifecycle topic, which is the id as text. */
    private @Nullable HostInfo keeper(UUID incident) {
        KafkaStreams running = streams.running().orElse(null);
        if (running == null || !running.state().isRunningOrRebalancing()) {
            return null;
        }
        KeyQueryMetadata found = running.queryMetadataForKey(
                DeadlineTopology.CLOCKS, incident, (topic, id) -> id.toString().getBytes(UTF_8));
        return found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE) ? null : found.activeHost();
    }

    /** Another instance keeps clocks and does not answer: what the others say is not the whole. */
    static final class Silent extends RuntimeException {
        Silent(String who, Throwable cause) {
            super(who + " does not answer", cause);
        }
    }

    /**
     * What every other instance that keeps clocks answers.
     *
     * @param question path and query
     * @param asked the question as it came here
     * @throws Silent in the Flux, where one of them gives no answer
     */
    <T> Flux<T> askOthers(String question, ServerHttpRequest asked, Class<T> answer) {
        String token = asked.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return Flux.fromIterable(others())
                .flatMap(other -> ask(other, question, token)
                        .retrieve()
                        .bodyToMono(answer)
                        .timeout(PATIENCE)
                        .onErrorMap(e -> new Silent(other.toString(), e)));
    }

    private Set<HostInfo> others() {
        Set<HostInfo> others =
                streams.running().map(KafkaStreams::metadataForAllStreamsClients).orElse(List.of()).stream()
                        .filter(instance -> instance.stateStoreNames().contains(DeadlineTopology.CLOCKS))
                        .map(StreamsMetadata::hostInfo)
                        .collect(Collectors.toCollection(HashSet::new));
        others.remove(self);
        return others;
    }

    private WebClient.RequestHeadersSpec<?> ask(HostInfo other, String question, @Nullable String token) {
        return client.get()
                .uri(URI.create("http://" + other.host() + ':' + other.port() + question))
                .headers(headers -> {
                    headers.set(HANDED_OVER, self.host() + ':' + self.port());
                    if (token != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, token);
                    }
                });
    }

    private Mono<Void> handOver(ServerHttpRequest request, ServerHttpResponse response, HostInfo keeper) {
        return ask(keeper, request.getURI().getRawPath(), request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .exchangeToMono(answer -> copy(answer, response))
                .timeout(PATIENCE)
                .onErrorResume(e -> notNow(response, keeper, e));
    }

    private static Mono<Void> copy(ClientResponse answer, ServerHttpResponse response) {
        return answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(body -> {
            response.setStatusCode(answer.statusCode());
            answer.headers().contentType().ifPresent(response.getHeaders()::setContentType);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
        });
    }

    private static Mono<Void> notNow(ServerHttpResponse response, HostInfo keeper, Throwable e) {
        if (response.isCommitted()) {
            return Mono.error(e);
        }
        log.warn(
                "{} keeps the clocks that were asked for and does not answer ({}); the caller is to try again",
                keeper,
                e.toString());
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, "3");
        return response.setComplete();
    }
}
