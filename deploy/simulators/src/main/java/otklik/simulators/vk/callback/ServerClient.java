package otklik.simulators.vk.callback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import otklik.simulators.vk.wire.VkEvent;
import tools.jackson.databind.json.JsonMapper;

/** Sends one event to one server and brings back what it said. */
final class ServerClient {

    private final HttpClient http;
    private final URI url;
    private final Duration timeout;
    private final JsonMapper json;

    ServerClient(String url, Duration timeout, JsonMapper json) {
        this.url = URI.create(url);
        this.timeout = timeout;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    record Heard(int status, String body, Optional<String> retryAfter) {

        private static final int SHOWN = 120;

        String shown() {
            return status + " " + (body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body);
        }
    }

    /** @param repeats how often this event was sent before; told to the server from the first repetition on */
    Heard send(VkEvent event, int repeats) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(event)));
        if (repeats > 0) {
            request.header("X-Retry-Counter", String.valueOf(repeats));
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Heard(
                response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    }
}
