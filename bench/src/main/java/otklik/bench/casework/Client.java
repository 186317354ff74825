package otklik.bench.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import otklik.contracts.access.Caller;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Calls the service over HTTP as its users do. An answer other than 200 is an error. */
final class Client implements AutoCloseable {

    private static final int CONNECTIONS = 256;

    private final ConnectionProvider connections = ConnectionProvider.builder("bench")
            .maxConnections(CONNECTIONS)
            .pendingAcquireMaxCount(-1)
            .pendingAcquireTimeout(Duration.ofMinutes(2))
            .build();
    private final HttpClient http;

    Client(String port) {
        http = HttpClient.create(connections)
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofMinutes(1));
    }

    /** The body of the answer. */
    Mono<String> get(Caller caller, String path) {
        return http.headers(headers -> headers.set("Authorization", People.bearer(caller)))
                .get()
                .uri(path)
                .responseSingle((response, body) -> body(response.status().code(), path, body));
    }

    Mono<String> command(Caller caller, String incident, String json, String key, long version) {
        String path = "/api/routing/v1/incidents/" + incident + "/commands";
        return http.headers(headers -> headers.set("Authorization", People.bearer(caller))
                        .set("Content-Type", "application/json")
                        .set("Idempotency-Key", key)
                        .set("If-Match", "\"" + version + "\""))
                .post()
                .uri(path)
                .send(ByteBufMono.fromSupplier(() -> Unpooled.wrappedBuffer(json.getBytes(UTF_8))))
                .responseSingle((response, body) -> body(response.status().code(), path, body));
    }

    private static Mono<String> body(int status, String path, ByteBufMono body) {
        return body.asString(UTF_8)
                .defaultIfEmpty("")
                .flatMap(text -> status == 200
                        ? Mono.just(text)
                        : Mono.error(new IllegalStateException(path + ": " + status + " " + text)));
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
