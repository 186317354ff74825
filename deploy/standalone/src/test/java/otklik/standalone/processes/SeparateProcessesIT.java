package otklik.standalone.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.embedded.LocalPort;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;
import otklik.routing.RoutingService;
import otklik.sla.SlaTimerService;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import otklik.testkit.TestKafka;
import tools.jackson.databind.JsonNode;

/** Routing and the sla-timer as two processes with only environment variables; the second is killed in the middle. */
class SeparateProcessesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String curator = TestIssuer.bearer("curator.altai", "curator@altai-krai");
    private final int routingPort = LocalPort.free();
    private final int slaPort = LocalPort.free();

    @TempDir
    Path folder = Path.of("target");

    @Test
    void clocksRunAcrossProcesses_alsoWhenOneIsKilled() throws InterruptedException {
        try (ServiceProcess routing = start(RoutingService.class)) {
            ServiceProcess sla = start(SlaTimerService.class);
            try {
                UUID id = detect();
                awaitDeadline(id, "publish", "OPEN");

                sla.kill();
                route(id);
                sla = start(SlaTimerService.class);

                awaitDeadline(id, "route", "MET");
                awaitDeadline(id, "return", "OPEN");
                awaitDeadline(id, "publish", "OPEN");
                assertThat(routing.isAlive()).isTrue();
            } finally {
                sla.close();
            }
        }
    }

    private ServiceProcess start(Class<?> main) {
        return ServiceProcess.start(main, environment(), folder.resolve(main.getSimpleName() + ".log"));
    }

    private Map<String, String> environment() {
        TestDatabase database = DATABASE;
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KAFKA_BOOTSTRAP", TestKafka.bootstrapServers());
        environment.put("OTKLIK_ISSUER", TestIssuer.address());
        environment.put("DATABASE_HOST", database.host());
        environment.put("DATABASE_PORT", Integer.toString(database.port()));
        environment.put("DATABASE_NAME", database.name());
        environment.put("DATABASE_USER", database.user());
        environment.put("ROUTING_PORT", Integer.toString(routingPort));
        environment.put("SLA_PORT", Integer.toString(slaPort));
        environment.put("SLA_STATE_DIR", folder.resolve("sla-state").toString());
        return environment;
    }

    private static final TestDatabase DATABASE = TestDatabase.fresh("processes");

    private UUID detect() {
        await().atMost(PATIENCE).until(() -> isUp(routingPort) && isUp(slaPort));
        PostKey post = new PostKey(Channel.VK, "-1_1");
        IncidentDetected detected = new IncidentDetected(
                IncidentId.of("altai-krai", post),
                "altai-krai",
                post,
                PostKind.POST,
                null,
                "Яма на дороге",
                null,
                Map.of(),
                null,
                Instant.now(),
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.3, List.of(), "test"));
        try (var kafka = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            kafka.send(new EventCodec("test").encode(new Envelope(UUID.randomUUID(), Instant.now(), detected, null)));
            kafka.flush();
        }
        return detected.incidentId();
    }

    private void route(UUID id) {
        HttpResponse<String> answer = call(request("/api/routing/v1/incidents/" + id + "/commands")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"Route\",\"organ\":\"altai-krai.transport\"}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void awaitDeadline(UUID id, String stage, String status) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            HttpResponse<String> answer =
                    call(request("/api/routing/v1/incidents/" + id).GET().build());
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode deadlines = Json.mapper().readTree(answer.body()).at("/deadlines");
            assertThat(deadlines
                            .valueStream()
                            .filter(deadline -> deadline.at("/stage").asString().equals(stage))
                            .map(deadline -> deadline.at("/status").asString()))
                    .as(stage)
                    .containsExactly(status);
        });
    }

    private boolean isUp(int port) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + routingPort + path))
                .header("Authorization", curator);
    }

    private HttpResponse<String> call(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
