package otklik.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class GatewayIT {

    @TempDir
    static Path console;

    static FakeService ingest;
    static FakeService identity;
    static FakeService routing;
    static ConfigurableApplicationContext gateway;
    static URI origin;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        ingest = new FakeService("ingest");
        identity = new FakeService("identity");
        routing = new FakeService("routing");
        Files.writeString(console.resolve("index.html"), "<title>Отклик</title>");
        Files.createDirectories(console.resolve("assets"));
        Files.writeString(console.resolve("assets/app-1a2b3c.js"), "// app");
        gateway = GatewayStart.run(
                console,
                "--otklik.gateway.ingest=" + ingest.uri(),
                "--otklik.gateway.identity=" + identity.uri(),
                "--otklik.gateway.routing=" + routing.uri(),
                "--otklik.gateway.sla=http://127.0.0.1:" + GatewayStart.closedPort());
        origin = GatewayStart.originOf(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ingest.close();
        identity.close();
        routing.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/ingest/v1/posts, ingest",
        "/callbacks/vk/altai-krai, ingest",
        "/api/routing/v1/me, routing",
        "/oauth2/token, identity",
        "/login, identity",
        "/logout, identity",
        "/userinfo, identity",
        "/.well-known/openid-configuration, identity",
        "/connect/logout, identity"
    })
    void path_goesToItsService(String path, String service) throws Exception {
        assertThat(get(path).body()).startsWith(service + " " + path + " " + origin.getAuthority());
    }

    @Test
    void forwardedHeadersOfStrangers_areNotPassedOn() throws Exception {
        var answer = send(request("/login").header("X-Forwarded-Host", "attacker.example"));

        assertThat(answer.body()).contains(" null ").doesNotContain("attacker");
    }

    @Test
    void serviceThatIsDown_isSaidKindlyAndWithATime() throws Exception {
        var answer = get("/api/sla/v1/regulations");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"service-unavailable\"", "Часть системы сейчас недоступна");
    }

    @Test
    void serviceThatIsDown_isAPageForBrowsers() throws Exception {
        var answer = send(request("/api/sla/v1/regulations").header("Accept", "text/html,*/*"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("Ничего не потеряно");
    }

    @Test
    void events_arriveWhileTheStreamIsStillOpen() throws Exception {
        var answer = http.send(request("/api/routing/v1/stream").build(), BodyHandlers.ofInputStream());

        try (var body = answer.body()) {
            assertThat(new String(body.readNBytes(11), StandardCharsets.UTF_8)).isEqualTo("data: first");
        }
    }

    @Test
    void bodyOverTheLimit_isRefused() throws Exception {
        var answer = send(request("/api/ingest/v1/posts").POST(BodyPublishers.ofByteArray(new byte[2_000_000])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void fileOfAReply_hasALimitOfItsOwn() throws Exception {
        String path = "/api/routing/v1/incidents/7/attachments?name=a.mp4";

        var passed = send(request(path).POST(BodyPublishers.ofByteArray(new byte[2_000_000])));
        var refused = send(request(path).POST(BodyPublishers.ofByteArray(new byte[4_000_000])));

        assertThat(passed.body()).endsWith(" 2000000");
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void bodyOverTheLimitOfUnknownLength_isRefused() throws Exception {
        var answer = send(request("/api/ingest/v1/posts")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_000_000]))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void bodyWithinTheLimit_passesWhole() throws Exception {
        var answer = send(request("/api/ingest/v1/posts").POST(BodyPublishers.ofByteArray(new byte[900_000])));

        assertThat(answer.body()).endsWith(" 900000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/incidents/0b6f", "/signed-in?code=x&state=y"})
    void pageOfTheConsole_isTheIndexAskedForAnew(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>Отклик</title>");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void assetWithAHash_isKeptForever() throws Exception {
        var answer = get("/assets/app-1a2b3c.js");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/missing.css", "/api/nobody/v1/x", "/%2e%2e/secret.txt"})
    void whatIsNotThere_isNotAPage(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("<title>Отклик</title>");
    }

    @Test
    void everyAnswer_tellsBrowsersWhatIsAllowed() throws Exception {
        for (String path : new String[] {"/", "/login", "/api/nobody"}) {
            var headers = get(path).headers();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("script-src 'self';");
            assertThat(headers.allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
    }
}
