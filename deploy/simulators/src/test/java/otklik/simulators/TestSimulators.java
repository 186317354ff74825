package otklik.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import otklik.simulators.mailbox.SmtpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on free ports, and a plain HTTP client that knows nothing of its classes. */
final class TestSimulators implements AutoCloseable {

    static final String OWNER = "-217000001";
    static final String COMMUNITY_TOKEN = "sim-community-217000001";
    static final String SERVICE_TOKEN = "sim-service";
    static final String USER_TOKEN = "sim-user-100500";

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestSimulators(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static TestSimulators start(Path data, String... settings) {
        return start(data, InstantSource.system(), settings);
    }

    /** Rates are off unless a test turns them on; nobody listens to events unless it says so. */
    static TestSimulators start(Path data, InstantSource time, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--otklik.simulators.data=" + data,
                "--otklik.simulators.mailbox.port=0",
                "--otklik.simulators.vk.behaviour.rate-limited=false"));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--otklik.simulators.vk.servers"))) {
            arguments.add("--otklik.simulators.vk.servers=");
        }
        return new TestSimulators(Simulators.application()
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(InstantSource.class, () -> time))
                .run(arguments.toArray(String[]::new)));
    }

    static String[] server(String url, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--otklik.simulators.vk.servers[0].community-id=217000001",
                "--otklik.simulators.vk.servers[0].url=" + url,
                "--otklik.simulators.vk.servers[0].secret=s3cret",
                "--otklik.simulators.vk.servers[0].confirmation=c0de",
                "--otklik.simulators.vk.callback.first-pause=20ms",
                "--otklik.simulators.vk.callback.longest-pause=100ms",
                "--otklik.simulators.vk.callback.stop-pause=300ms"));
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    int smtpPort() {
        return context.getBean(SmtpServer.class).port();
    }

    /** Calls a method with a form; {@code v} is added where the parameters have none. */
    JsonNode call(String method, String token, Map<String, ?> parameters) {
        String version = parameters.containsKey("v") ? "" : "&v=5.199";
        String form = "access_token=" + token + version + "&" + form(parameters);
        HttpResponse<String> response = post("/vk/method/" + method, "application/x-www-form-urlencoded", form);
        if (response.statusCode() != 200) {
            throw new AssertionError("VK answers 200 always, this was " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    int createComment(int postId, String message, Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("owner_id", OWNER);
        parameters.put("post_id", postId);
        parameters.put("from_group", 217000001);
        parameters.put("message", message);
        JsonNode answer = call("wall.createComment", COMMUNITY_TOKEN, parameters);
        if (!answer.has("response")) {
            throw new AssertionError(answer);
        }
        return answer.at("/response/comment_id").asInt();
    }

    /** What the upload of a photo was answered, ready to be saved. */
    Map<String, Object> uploadPhoto() {
        JsonNode server = call("photos.getWallUploadServer", USER_TOKEN, Map.of("group_id", 217000001));
        JsonNode sent = upload(server.at("/response/upload_url").asString(), "photo", "фото.png", png());
        return Map.of(
                "photo", sent.path("photo").asString(),
                "server", sent.path("server").asInt(),
                "hash", sent.path("hash").asString());
    }

    Map<String, Object> uploadDocument() {
        JsonNode server = call("docs.getWallUploadServer", COMMUNITY_TOKEN, Map.of("group_id", 217000001));
        JsonNode sent = upload(
                server.at("/response/upload_url").asString(),
                "file",
                "plan.pdf",
                "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        return Map.of("file", sent.path("file").asString());
    }

    /** As attachments are named. */
    String savedPhoto() {
        Map<String, Object> sent = new HashMap<>(uploadPhoto());
        sent.put("group_id", 217000001);
        JsonNode photo = call("photos.saveWallPhoto", USER_TOKEN, sent).at("/response/0");
        return "photo" + photo.path("owner_id").asLong() + "_"
                + photo.path("id").asInt();
    }

    String savedDocument() {
        Map<String, Object> sent = new HashMap<>(uploadDocument());
        sent.put("title", "План.pdf");
        JsonNode doc = call("docs.save", COMMUNITY_TOKEN, sent).at("/response/doc");
        return "doc" + doc.path("owner_id").asLong() + "_" + doc.path("id").asInt();
    }

    JsonNode upload(String address, String field, String filename, byte[] bytes) {
        String head = "--xyz\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + filename
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] form = concat(
                head.getBytes(StandardCharsets.UTF_8), bytes, "\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build());
        return JSON.readTree(response.body());
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] png() {
        var out = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(4, 3, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    int citizenPost(String text) {
        return sim("POST", "/vk/sim/walls/217000001/posts", Map.of("author", "Иван Петров", "text", text))
                .at("/post_id")
                .asInt();
    }

    int citizenComment(int postId, String text, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("author", "Анна Лугова");
        body.put("text", text);
        return sim("POST", "/vk/sim/walls/217000001/posts/" + postId + "/comments", body)
                .at("/comment_id")
                .asInt();
    }

    JsonNode objects() {
        return sim("GET", "/vk/sim/objects", Map.of());
    }

    JsonNode deliveries() {
        return sim("GET", "/vk/sim/deliveries", Map.of()).at("/items");
    }

    JsonNode sim(String method, String path, Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() >= 300) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).build());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return trySend(request, Duration.ofSeconds(20));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** For calls that are expected to break. */
    HttpResponse<String> trySend(HttpRequest request, Duration timeout) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(timeout)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static String form(Map<String, ?> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        context.close();
    }
}
