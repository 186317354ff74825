package otklik.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.embedded.EmbeddedKafka;
import otklik.embedded.EmbeddedPostgres;
import otklik.embedded.LocalPort;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;
import otklik.testkit.TestIssuer;

/** The standalone is one way to run the services; here two of them are processes of their own and know each other by Kafka only. */
class SeparateProcessesIT {

    private static final PostKey POST = new PostKey(Channel.VK, "-217000001_77");
    private static final UUID INCIDENT = IncidentId.of("altai-krai", POST);
    private static final String CURATOR = TestIssuer.bearer("curator.altai", "curator@altai-krai");

    @TempDir
    Path folder;

    @Test
    void routingAndTheClocks_workAsProcessesOfTheirOwn() throws Exception {
        int routingPort = LocalPort.free();
        int slaPort = LocalPort.free();
        try (var kafka = EmbeddedKafka.temporary();
                var postgres = EmbeddedPostgres.temporary()) {
            postgres.createDatabaseIfAbsent("otklik_routing");
            Map<String, String> environment = environment(kafka, postgres, routingPort, slaPort);
            try (var routing = start("routing", routingPort, environment);
                    var sla = start("sla", slaPort, environment)) {
                eventually("both are well").until(() -> routing.isWell() && sla.isWell());

                detect(kafka);
                eventually("a deadline runs")
                        .untilAsserted(() -> assertThat(deadlines(sla)).contains("\"clause\":\"AK-", "OPEN"));

                routing.kill();
                try (var again = start("routing", routingPort, environment)) {
                    eventually("routing is back").until(again::isWell);
                    assertThat(again.get("/api/routing/v1/incidents/" + INCIDENT, CURATOR)
                                    .body())
                            .contains(INCIDENT.toString(), "\"state\":\"ROUTED\"");
                    assertThat(again.stopsWithin(Duration.ofSeconds(30))).isTrue();
                }
                assertThat(sla.stopsWithin(Duration.ofSeconds(30))).isTrue();
            }
        }
    }

    private ServiceProcess start(String name, int port, Map<String, String> environment) throws Exception {
        return ServiceProcess.start(name, port, environment, Path.of("target", "process-" + name + ".log"));
    }

    private Map<String, String> environment(
            EmbeddedKafka kafka, EmbeddedPostgres postgres, int routingPort, int slaPort) {
        return Map.of(
                "KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                "DATABASE_HOST", postgres.host(),
                "DATABASE_PORT", Integer.toString(postgres.port()),
                "DATABASE_USER", EmbeddedPostgres.USER,
                "DATABASE_PASSWORD", "",
                "OTKLIK_ISSUER", TestIssuer.address(),
                "ROUTING_PORT", Integer.toString(routingPort),
                "SLA_PORT", Integer.toString(slaPort),
                "SLA_STATE_DIR", folder.resolve("sla-state").toString());
    }

    private static ConditionFactory eventually(String what) {
        return await(what).atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(300));
    }

    private static String deadlines(ServiceProcess sla) throws Exception {
        return sla.get("/api/sla/v1/incidents/" + INCIDENT + "/deadlines", CURATOR)
                .body();
    }

    /** What ingest-service would say after a post on the wall. */
    private static void detect(EmbeddedKafka kafka) throws Exception {
        Instant now = Instant.now();
        var detected = new IncidentDetected(
                INCIDENT,
                "altai-krai",
                POST,
                PostKind.POST,
                null,
                "В Барнауле не ходит автобус",
                null,
                Map.of("owner_id", "-217000001", "post_id", "77"),
                now,
                now,
                new Classification(
                        "Общественный транспорт",
                        "Расписание и интервалы",
                        "Барнаул",
                        Importance.NORMAL,
                        Screening.CLEAN,
                        0.95,
                        List.of(),
                        "keywords/1"));
        var codec = new EventCodec("ingest-service");
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(codec.encode(new Envelope(IncidentId.nameBased("test"), now, detected, null)))
                    .get();
        }
    }
}
