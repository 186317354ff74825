package otklik.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;
import otklik.testkit.Clause;
import otklik.testkit.Platform;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Two instances of the service share the incidents on a real Kafka; whichever is asked answers for all of them. */
class TwoInstancesIT {

    private static final String CURATOR = TestIssuer.bearer("curator.altai", "curator@altai-krai");
    private static final String ELSEWHERE = TestIssuer.bearer("curator.lipetsk", "curator@lipetsk-oblast");
    private static final Instant DETECTED = Instant.parse("2026-06-10T02:00:00Z");
    private static final List<UUID> INCIDENTS = IntStream.range(0, 24)
            .mapToObj(i -> IncidentId.nameBased("TwoInstancesIT " + i))
            .toList();

    private static final String VYATSKIE = TestIssuer.bearer("curator.vyatskie", "curator@vyatskie-polyany");
    private static final List<UUID> OPEN = IntStream.range(0, 24)
            .mapToObj(i -> IncidentId.nameBased("TwoInstancesIT open " + i))
            .toList();

    @Test
    @Clause({"AK-8", "AK-14", "AK-18"})
    void eitherInstance_answersForEveryIncident(@TempDir Path folder) {
        int firstPort = freePort();
        int secondPort = freePort();
        try (ConfigurableApplicationContext first = start(folder.resolve("first"), firstPort);
                ConfigurableApplicationContext second = start(folder.resolve("second"), secondPort)) {
            await().atMost(Duration.ofSeconds(90)).until(() -> isUp(firstPort) && isUp(secondPort));
            OPEN.forEach(incident -> tell(first, incident, "vyatskie-polyany", 1, 0, registered()));
            INCIDENTS.forEach(incident -> walk(first, incident));

            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                for (UUID incident : INCIDENTS) {
                    String path = "/api/sla/v1/incidents/" + incident + "/clock";
                    String fromFirst = get(firstPort, path, CURATOR).body();
                    assertThat(Json.mapper().readTree(fromFirst).path("holder").asString(""))
                            .isEqualTo("nobody");
                    assertThat(get(secondPort, path, CURATOR).body()).isEqualTo(fromFirst);
                }
            });
            String path = "/api/sla/v1/incidents/" + INCIDENTS.getFirst() + "/clock";
            assertThat(Json.mapper()
                            .readTree(get(firstPort, path, CURATOR).body())
                            .get("total")
                            .asString())
                    .isEqualTo("PT2H");
            assertThat(get(firstPort, path, ELSEWHERE).statusCode()).isEqualTo(403);
            assertThat(get(secondPort, path, ELSEWHERE).statusCode()).isEqualTo(403);
            JsonNode pressure = pressure(firstPort);
            assertThat(pressure).isEqualTo(pressure(secondPort));
            // Other tests leave incidents on the same topics.
            assertThat(pressure.at("/0/overdue").asInt()).isGreaterThanOrEqualTo(OPEN.size());
        }
    }

    /** Of what is still open, which both instances keep some of. */
    private static JsonNode pressure(int port) {
        HttpResponse<String> answer = get(port, "/api/sla/v1/pressure?jurisdiction=vyatskie-polyany", VYATSKIE);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).get("items");
    }

    /** Two organs in turn, AK-14, then the end. */
    private static void walk(ConfigurableApplicationContext context, UUID incident) {
        tell(context, incident, 1, 0, registered());
        tell(context, incident, 2, 10, new IncidentFact.OrgansEngaged(List.of("a", "b"), "b", "sequential-with-lead"));
        tell(context, incident, 3, 10, new IncidentFact.ContributionRequested("a", "А", false));
        tell(context, incident, 4, 60, new IncidentFact.ContributionSubmitted("a", 1));
        tell(context, incident, 5, 70, new IncidentFact.IncidentRouted("b", "Б", false, null));
        tell(context, incident, 6, 120, new IncidentFact.IncidentClosed("Готово"));
    }

    private static IncidentFact registered() {
        return new IncidentFact.IncidentRegistered(
                "АК-1",
                Channel.VK,
                PostKind.POST,
                null,
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1"),
                DETECTED);
    }

    private static void tell(
            ConfigurableApplicationContext context, UUID incident, long version, long minutes, IncidentFact fact) {
        tell(context, incident, "altai-krai", version, minutes, fact);
    }

    @SuppressWarnings("unchecked")
    private static void tell(
            ConfigurableApplicationContext context,
            UUID incident,
            String jurisdiction,
            long version,
            long minutes,
            IncidentFact fact) {
        IncidentEvent event = new IncidentEvent(
                incident, jurisdiction, version, DETECTED.plusSeconds(minutes * 60), Actor.SYSTEM, fact);
        KafkaTemplate<String, byte[]> kafka = context.getBean(KafkaTemplate.class);
        kafka.send(new EventCodec("routing-service")
                        .encode(new Envelope(IncidentId.nameBased(incident + "/" + version), event.at(), event, null)))
                .join();
    }

    private static ConfigurableApplicationContext start(Path stateDir, int port) {
        return SlaTimerService.application()
                .properties(Platform.settings())
                .run(
                        "--server.port=" + port,
                        "--SLA_STATE_DIR=" + stateDir,
                        "--SLA_APPLICATION_ID=sla-two-instances-it",
                        "--SLA_STANDBYS=1",
                        "--spring.jmx.enabled=false");
    }

    private static boolean isUp(int port) {
        return get(port, "/actuator/health", null).statusCode() == 200;
    }

    private static HttpResponse<String> get(int port, String path, @org.jspecify.annotations.Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .GET();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    (token == null ? request : request.header("Authorization", token)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
