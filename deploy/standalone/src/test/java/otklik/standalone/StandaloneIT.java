package otklik.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.embedded.LocalPort;
import otklik.standalone.launch.Health;
import otklik.standalone.launch.Installation;
import otklik.standalone.launch.Part;
import otklik.standalone.launch.Port;
import otklik.standalone.launch.Ports;
import otklik.standalone.launch.Progress;
import otklik.standalone.launch.StateFolder;
import otklik.testkit.Clause;

/** The whole thing in one process, on free ports, twice on the same data. */
class StandaloneIT {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Clause("AK-16")
    void installation_startsServesStopsAndGoesOn(@TempDir Path folder) throws Exception {
        var state = new StateFolder(folder.resolve("state"));
        Ports ports = Ports.free();
        String token;

        try (var first = start(ports, state)) {
            assertThat(partsThatAreDown(first.ports())).isEmpty();
            token = token(ports, "curator.altai");
            assertThat(me(ports, token).body()).contains("\"id\":\"curator.altai\"", "Анна Белова");
            assertThat(state.runningPorts()).isEqualTo(ports);
            new PhotoWalk(ports).walk(token(ports, "executor.altai"));
        }
        assertThat(ports.byPort().values()).allMatch(LocalPort::isFree);

        try (var second = start(ports, state)) {
            assertThat(partsThatAreDown(second.ports())).isEmpty();
            assertThat(me(ports, token).statusCode())
                    .as("a token from before the restart")
                    .isEqualTo(200);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Kafka", "PostgreSQL", "routing-service");
    }

    private Installation start(Ports ports, StateFolder state) {
        return Installation.start(ports, state, new Progress(new PrintStream(told, true, StandardCharsets.UTF_8)));
    }

    private static String partsThatAreDown(Ports ports) throws InterruptedException {
        try (var health = new Health(ports)) {
            var down = new StringBuilder();
            for (Part part : Arrays.asList(Part.values())) {
                down.append(health.isUp(part) ? "" : part.key() + " ");
            }
            return down.toString();
        }
    }

    private String token(Ports ports, String login) throws Exception {
        String secret = Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(ports.http(Port.GATEWAY) + "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        var field = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(field.find()).as(answer.body()).isTrue();
        return field.group(1);
    }

    private HttpResponse<String> me(Ports ports, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(ports.http(Port.GATEWAY) + "/api/routing/v1/me"))
                .header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
