package otklik.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.contracts.Json;
import otklik.simulators.Simulators;
import tools.jackson.databind.JsonNode;

/** The simulated VK, and its oracle: what really stands on the wall. One per JVM. */
public final class Network {

    public static final long GROUP = 217_000_001;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Network SHARED = new Network();

    private final String address;

    private Network() {
        ConfigurableApplicationContext context = Simulators.application()
                .run(
                        "--server.port=0",
                        "--otklik.simulators.mailbox.port=0",
                        "--otklik.simulators.data=" + folder(),
                        // Events have nobody to go to here.
                        "--otklik.simulators.vk.servers[0].community-id=" + GROUP,
                        "--otklik.simulators.vk.servers[0].url=http://127.0.0.1:9/nobody",
                        "--otklik.simulators.vk.servers[0].secret=s",
                        "--otklik.simulators.vk.servers[0].confirmation=c");
        address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public static String apiBase() {
        return SHARED.address + "/vk/method";
    }

    public static String pageBase() {
        return SHARED.address + "/vk";
    }

    /** @return id of the post */
    public static long post(String text) {
        return send("POST", "/vk/sim/walls/" + GROUP + "/posts", Map.of("author", "Житель", "text", text))
                .path("post_id")
                .asLong();
    }

    /** @return id of the comment */
    public static long comment(long post, String text, Map<String, Object> more) {
        var body = new java.util.HashMap<String, Object>(Map.of("author", "Житель", "text", text));
        body.putAll(more);
        return send("POST", "/vk/sim/walls/" + GROUP + "/posts/" + post + "/comments", body)
                .path("comment_id")
                .asLong();
    }

    public static void closeComments(long post) {
        send("POST", "/vk/sim/walls/" + GROUP + "/posts/" + post + "/close-comments", Map.of());
    }

    /** Orders a fault of the next call that writes a comment. */
    public static void next(String kind, Map<String, Object> more) {
        var fault =
                new java.util.HashMap<String, Object>(Map.of("kind", kind, "method", "wall.createComment", "times", 1));
        fault.putAll(more);
        send("POST", "/vk/sim/faults", fault);
    }

    /** Orders a fault of the next call of that method; {@code upload} is where bytes are sent to. */
    public static void next(String kind, String method, Map<String, Object> more) {
        next(kind, merged(more, method));
    }

    private static Map<String, Object> merged(Map<String, Object> more, String method) {
        var all = new java.util.HashMap<String, Object>(more);
        all.put("method", method);
        return all;
    }

    public static void honourGuid(boolean honoured) {
        send("PATCH", "/vk/sim/switches", Map.of("guid_honoured", honoured));
    }

    public static void reset() {
        send("DELETE", "/vk/sim/faults", Map.of());
        send("PATCH", "/vk/sim/switches", Map.of("guid_honoured", true));
    }

    /** What our community has written under the post. */
    public static List<JsonNode> official(long post) {
        JsonNode objects = send("GET", "/vk/sim/objects?owner_id=-" + GROUP, null);
        return StreamSupport.stream(objects.path("comments").spliterator(), false)
                .filter(comment -> comment.path("post_id").asLong() == post
                        && comment.path("from_id").asLong() == -GROUP)
                .toList();
    }

    private static JsonNode send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body), UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(SHARED.address + path))
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
            }
            return Json.mapper().readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("otklik-simulators").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
