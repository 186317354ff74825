package otklik.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayWithoutConsoleIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void console_mayBeBuiltWhileTheGatewayRuns(@TempDir Path folder) throws Exception {
        Path dist = folder.resolve("dist");

        try (var gateway = GatewayStart.run(dist)) {
            URI origin = GatewayStart.originOf(gateway);
            assertThat(get(origin)).contains("Консоль ещё не собрана");

            Files.createDirectories(dist);
            Files.writeString(dist.resolve("index.html"), "<title>built</title>");
            assertThat(get(origin)).isEqualTo("<title>built</title>");
        }
    }

    private String get(URI origin) throws Exception {
        var request = HttpRequest.newBuilder(origin).build();
        return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    }
}
