package otklik.standalone.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import otklik.testkit.TestIssuer;

/** What the gateway and the identity provider are to the load: one address, tokens, and 503 now and then. */
final class Front implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger posts = new AtomicInteger();
    private final HttpServer server;
    private final String service;
    private volatile int failEvery;

    Front(String service) {
        this.service = service;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/token", this::token);
        server.createContext("/api/", this::forward);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers 503 to every n-th request; 0: never. */
    void failEvery(int n) {
        failEvery = n;
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        boolean isRight = "Basic aW50ZWdyYXRpb24uYWx0YWk6ZGVtbw==".equals(basic);
        String token = TestIssuer.token("integration.altai", "integration@altai-krai");
        answer(exchange, isRight ? 200 : 401, isRight ? "{\"access_token\":\"" + token + "\"}" : "{}");
    }

    private void forward(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int every = failEvery;
        if (every > 0 && posts.incrementAndGet() % every == 0) {
            answer(exchange, 503, "{}");
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI()))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
