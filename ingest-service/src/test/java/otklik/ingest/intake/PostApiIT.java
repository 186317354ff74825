package otklik.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Channel;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostReceived;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.PersonDescribed;
import otklik.ingest.RunningIngest;
import otklik.ingest.TopicReader;
import otklik.testkit.Clause;
import otklik.testkit.TestIssuer;
import otklik.testkit.TestKafka;
import tools.jackson.databind.JsonNode;

class PostApiIT {

    private static final String PATH = "/api/ingest/v1/posts";
    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void batch_isTakenOnceHoweverOftenItComes() {
        String batch = batch(IntStream.range(0, 300)
                .mapToObj(i -> post("batch-" + i, "Яма на дороге " + i))
                .toList());

        JsonNode first = take(batch);
        JsonNode second = take(batch);

        assertThat(first.path("accepted").asInt()).isEqualTo(300);
        assertThat(second.path("accepted").asInt()).isZero();
        assertThat(second.path("known").asInt()).isEqualTo(300);
        assertThat(second.path("incidents")).isEqualTo(first.path("incidents"));
        assertThat(first.path("incidents").path(7).asString())
                .isEqualTo(IncidentId.of("altai-krai", new PostKey(Channel.VK, "batch-7"))
                        .toString());
        assertThat(received("batch-")).isEqualTo(300);
    }

    @Test
    void samePostTwiceInABatch_isTakenOnce() {
        JsonNode answer = take(batch(List.of(post("twice", "Нет света"), post("twice", "Нет света"))));

        assertThat(List.of(answer.path("accepted").asInt(), answer.path("known").asInt()))
                .containsExactly(1, 1);
        assertThat(received("twice")).isEqualTo(1);
    }

    @Test
    void badPostsInABatch_areRejectedByIndexAndTheOthersTaken() {
        JsonNode answer = take(batch(List.of(
                post("mixed-0", "Нет автобуса"),
                post("mixed-1", "   "),
                post("mixed-2", "я".repeat(40_000)),
                post("", "т"))));

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> answer.path("rejected").path(i))
                        .map(rejected -> rejected.path("index").asInt()
                                + rejected.path("code").asString()))
                .containsExactly("1EMPTY_TEXT", "2TEXT_TOO_LONG", "3NO_EXTERNAL_ID");
        assertThat(answer.path("incidents").path(1).isNull()).isTrue();
        assertThat(received("mixed-")).isEqualTo(1);
    }

    @Test
    void singleEmptyText_is422() {
        assertProblem(post(batch(List.of(post("one-empty", " ")))), 422, "empty-text");
    }

    @Test
    void singleTextOfOneMegabyte_is413() {
        assertProblem(post(batch(List.of(post("one-long", "a".repeat(1_000_000))))), 413, "text-too-long");
        assertThat(received("one-long")).isZero();
    }

    @Test
    void tooManyPosts_are413() {
        List<Map<String, String>> posts =
                IntStream.range(0, 1001).mapToObj(i -> post("many-" + i, "т")).toList();

        assertProblem(post(batch(posts)), 413, "too-many-posts");
        assertThat(received("many-")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"jurisdiction\":", "[]", "{\"posts\":7}"})
    void unreadableBody_is400(String body) {
        assertProblem(post(body), 400, "unreadable");
    }

    @Test
    void unknownJurisdiction_is422AndNamesTheKnown() {
        HttpResponse<String> answer = ingest.post(
                PATH,
                "{\"jurisdiction\":\"nowhere\",\"posts\":[{}]}",
                "Authorization",
                TestIssuer.bearer("admin", "admin@*"));

        assertProblem(answer, 422, "unknown-jurisdiction");
        assertThat(answer.body()).contains("altai-krai");
    }

    @Test
    void noToken_is401() {
        assertProblem(ingest.post(PATH, batch(List.of(post("anon", "т")))), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration@lipetsk-oblast", "executor@altai-krai/altai-krai.transport", "observer@*"})
    void whoMayNot_getsA403(String grant) {
        HttpResponse<String> answer = ingest.post(
                PATH, batch(List.of(post("forbidden", "т"))), "Authorization", TestIssuer.bearer("somebody", grant));

        assertProblem(answer, 403, "forbidden");
        assertThat(received("forbidden")).isZero();
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void whoeverStandsInForTheCurator_handsInPostsMeanwhile() {
        String substitute = TestIssuer.bearer("supervisor.altai", "supervisor@altai-krai");
        String batch = batch(List.of(post("stood-in-for", "Нет света")));
        UUID absence = UUID.randomUUID();
        Instant from = Instant.now().minusSeconds(3600);
        assertProblem(ingest.post(PATH, batch, "Authorization", substitute), 403, "forbidden");

        ingest.tell(new PersonDescribed("curator.altai", "altai-krai", null, "Куратор", "curator", null));
        ingest.tell(new AbsenceNoted(
                absence, "altai-krai", "curator.altai", "supervisor.altai", from, from.plusSeconds(86_400)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ingest.post(PATH, batch, "Authorization", substitute)
                                .statusCode())
                        .isEqualTo(200));

        ingest.tell(new AbsenceNoted(
                absence, "altai-krai", "curator.altai", "supervisor.altai", from, from.plusSeconds(60)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ingest.post(PATH, batch, "Authorization", substitute)
                                .statusCode())
                        .isEqualTo(403));
    }

    @Test
    @Clause("AK-6")
    void takenPost_becomesAnIncidentWithTopicPlaceAndImportance() {
        take(batch(List.of(post("whole", "Открытый люк на тротуаре у школы в Бийске, ребёнок чуть не упал"))));

        IncidentDetected incident = TopicReader.await(
                TestKafka.bootstrapServers(),
                Topics.INCIDENTS_DETECTED,
                IncidentDetected.class,
                found -> found.post().externalId().equals("whole"));

        assertThat(incident.incidentId()).isEqualTo(IncidentId.of("altai-krai", new PostKey(Channel.VK, "whole")));
        assertThat(incident.classification().topicGroup()).isEqualTo("Благоустройство");
        assertThat(incident.classification().topic()).isEqualTo("Открытые люки");
        assertThat(incident.classification().location()).isEqualTo("Бийск");
        assertThat(incident.classification().importance().wire()).isEqualTo("elevated");
        assertThat(incident.classification().screening().passes()).isTrue();
    }

    @Test
    void intakeMetrics_addUp() {
        take(batch(List.of(post("sum", "Нет воды"), post("sum", "Нет воды"), post("sum-2", ""))));

        assertThat(ingest.count("otklik.intake.received")).isEqualTo(ingest.count("otklik.intake.posts"));
        assertThat(ingest.count("otklik.classify.classified")).isEqualTo(ingest.count("otklik.classify.posts"));
    }

    private static long received(String idPrefix) {
        return TopicReader.read(
                        TestKafka.bootstrapServers(),
                        Topics.POSTS_RECEIVED,
                        PostReceived.class,
                        post -> post.post().externalId().startsWith(idPrefix))
                .size();
    }

    private static Map<String, String> post(String id, String text) {
        return Map.of("channel", "vk", "externalId", id, "text", text);
    }

    private static String batch(List<Map<String, String>> posts) {
        return posts.stream()
                .map(post -> Json.mapper().writeValueAsString(post))
                .collect(Collectors.joining(",", "{\"jurisdiction\":\"altai-krai\",\"posts\":[", "]}"));
    }

    private static HttpResponse<String> post(String body) {
        return ingest.post(
                PATH, body, "Authorization", TestIssuer.bearer("integration.altai", "integration@altai-krai"));
    }

    private static JsonNode take(String body) {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Json.mapper().readTree(answer.body()).path("code").asString())
                .isEqualTo(code);
    }
}
