package otklik.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.contracts.Event;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;

/** The whole service on a free port, on a database of its own. */
public final class RunningIngest implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private RunningIngest(Map<String, Object> overrides) {
        database = TestDatabase.fresh("ingest");
        Map<String, Object> settings = new LinkedHashMap<>(Platform.settings(database));
        settings.putAll(overrides);
        context = IngestService.application().properties(settings).run("--server.port=0");
    }

    public static RunningIngest start() {
        return new RunningIngest(Map.of());
    }

    public static RunningIngest on(String kafka) {
        return new RunningIngest(Map.of("KAFKA_BOOTSTRAP", kafka));
    }

    public TestDatabase database() {
        return database;
    }

    /** Hands an event over as another service would. */
    public void tell(Event event) {
        context.getBean(EventSender.class)
                .send(List.of(new Envelope(UUID.randomUUID(), Instant.now(), event, null)))
                .join();
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sum of a counter over all series that have these tags. */
    public double count(String name, String... tags) {
        return context.getBean(MeterRegistry.class).find(name).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
