package otklik.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Channel;
import otklik.contracts.Event;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.Author;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;

/** The whole service on real Kafka and PostgreSQL, and the people who use it. */
final class RoutingUnderTest implements AutoCloseable {

    static final String TRANSPORT = "altai-krai.transport";
    static final String HOUSING = "altai-krai.housing";

    final String curator = TestIssuer.bearer("curator.altai", "curator@altai-krai");
    final String executor = TestIssuer.bearer("executor.altai", "executor@altai-krai/" + TRANSPORT);
    final String stranger = TestIssuer.bearer("executor2.altai", "executor@altai-krai/" + HOUSING);
    final String observer = TestIssuer.bearer("observer.altai", "observer@altai-krai");

    private final ConfigurableApplicationContext service;
    final WebTestClient http;

    RoutingUnderTest(TestDatabase database) {
        this(database, InstantSource.system());
    }

    /**
     * @param time that the whole service goes by
     * @param more settings, as arguments
     */
    RoutingUnderTest(TestDatabase database, InstantSource time, String... more) {
        service = RoutingService.application()
                .properties(Platform.settings(database))
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("testTime", InstantSource.class, () -> time))
                .run(Stream.concat(Stream.of("--server.port=0", "--otklik.routing.look-every=100ms"), Stream.of(more))
                        .toArray(String[]::new));
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    DatabaseClient database() {
        return service.getBean(DatabaseClient.class);
    }

    /** What lies under a key of a topic: the values in order, null for a tombstone. */
    List<@Nullable String> lies(String topic, String key) {
        List<@Nullable String> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic)) {
            if (key.equals(record.key())) {
                values.add(record.value() == null ? null : new String(record.value(), UTF_8));
            }
        }
        return values;
    }

    /** All that lies in a topic, those of one key in their order. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        @SuppressWarnings("unchecked")
        ConsumerFactory<String, byte[]> consumers = service.getBean(ConsumerFactory.class);
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("test", "look")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Hands an event over as another service would. */
    void tell(Event event) {
        service.getBean(EventSender.class)
                .send(List.of(new Envelope(UUID.randomUUID(), Instant.now(), event, null)))
                .join();
    }

    /** A post that the classifier was not sure of: the curator has to route it. */
    IncidentDetected detected(String postId) {
        return detected(postId, "Дороги", 0.4, Screening.CLEAN);
    }

    IncidentDetected detected(String postId, String group, double confidence, Screening screening) {
        return detected(postId, group, "Барнаул", confidence, screening);
    }

    /** The same in some place. */
    IncidentDetected detected(String postId, String group, String place, double confidence) {
        return detected(postId, group, place, confidence, Screening.CLEAN);
    }

    private static IncidentDetected detected(
            String postId, String group, String place, double confidence, Screening screening) {
        PostKey post = new PostKey(Channel.VK, postId);
        return new IncidentDetected(
                IncidentId.of("altai-krai", post),
                "altai-krai",
                post,
                PostKind.POST,
                "https://vk.com/wall-1_" + postId,
                "На улице яма, проехать нельзя. " + postId,
                new Author("7", "Иван Тестов", "https://vk.com/id7"),
                Map.of("owner_id", "-217000001", "post_id", "77"),
                null,
                Instant.now(),
                new Classification(
                        group, "Ямы", place, Importance.NORMAL, screening, confidence, List.of("слово «яма»"), "test"));
    }

    WebTestClient.ResponseSpec command(String who, UUID incident, String json) {
        return http.post()
                .uri("/api/routing/v1/incidents/{id}/commands", incident)
                .header("Authorization", who)
                .header("Content-Type", "application/json")
                .bodyValue(json)
                .exchange();
    }

    WebTestClient.ResponseSpec get(String who, String uri, Object... variables) {
        return http.get().uri(uri, variables).header("Authorization", who).exchange();
    }

    /** Every incident of the database is what its facts make of it, applied again one by one. */
    void replaysEverything() {
        List<UUID> ids = database()
                .sql("select id from incident")
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(ids)
                .isNotEmpty()
                .allSatisfy(
                        id -> get(TestIssuer.bearer("admin", "admin@*"), "/api/routing/v1/incidents/{id}/integrity", id)
                                .expectBody()
                                .jsonPath("$.intact")
                                .isEqualTo(true));
    }

    @Override
    public void close() {
        service.close();
    }
}
