package otklik.sla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.Topics;
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

/** The whole service on a real Kafka, over HTTP. */
class SlaTimerServiceIT {

    private static final String CURATOR = TestIssuer.bearer("curator.altai", "curator@altai-krai");
    private static final String ELSEWHERE = TestIssuer.bearer("curator.lipetsk", "curator@lipetsk-oblast");
    private static final String ADMIN = TestIssuer.bearer("admin", "admin@*");
    private static final UUID INCIDENT = IncidentId.nameBased("SlaTimerServiceIT");

    private static @Nullable ConfigurableApplicationContext service;

    @BeforeAll
    static void start(@TempDir Path stateDir) {
        service = SlaTimerService.application()
                .properties(Platform.settings())
                .run(
                        "--server.port=0",
                        "--SLA_STATE_DIR=" + stateDir,
                        "--SLA_APPLICATION_ID=sla-service-it",
                        "--SLA_COUNT_EVERY=500ms");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/actuator/health", null).statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        context().close();
    }

    @Test
    @Clause("AK-8")
    void deadlines_ofARegisteredIncident_areToldWithTheirProof() {
        tell(1, registered(Importance.NORMAL, Instant.parse("2026-06-10T09:20:00Z")));
        String path = "/api/sla/v1/incidents/" + INCIDENT + "/deadlines";
        await().atMost(Duration.ofSeconds(30)).until(() -> get(path, CURATOR).statusCode() == 200);

        JsonNode items = json(get(path, CURATOR)).get("items");
        assertThat(items.valueStream().map(item -> item.get("stage").asString()))
                .containsExactly("route", "publish", "draft");
        assertThat(items.get(1).get("dueAt").asString()).isEqualTo("2026-06-15T02:08:00Z");
        assertThat(items.get(1).get("explanation").get("sentence").asString()).startsWith("Срок — ");
        assertThat(get(path, ELSEWHERE).statusCode()).isEqualTo(403);
        assertThat(get(path, null).statusCode()).isEqualTo(401);
        assertThat(get("/api/sla/v1/incidents/" + IncidentId.nameBased("nobody") + "/deadlines", CURATOR)
                        .statusCode())
                .isEqualTo(404);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/actuator/prometheus", null)
                        .body()
                        .contains("otklik_sla_open_deadlines{clause=\"AK-8\",stage=\"publish\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "lipetsk-oblast, NORMAL, 2026-06-10T14:00:00Z, LP-8, 2026-06-15T05:48:00Z",
        "vyatskie-polyany, NORMAL, 2026-06-11T12:00:00Z, VP-8, 2026-06-15T12:00:00Z",
        "vyatskie-polyany, ELEVATED, 2026-06-11T11:00:00Z, VP-8, 2026-06-15T07:15:00Z"
    })
    @Clause({"LP-8", "VP-8"})
    void publication_isDueAsTheRegulationOfTheIncidentSays(
            String jurisdiction, Importance importance, Instant detected, String clause, String due) {
        UUID incident = IncidentId.nameBased(jurisdiction + importance);
        tell(incident, jurisdiction, 1, registered(importance, detected));
        String path = "/api/sla/v1/incidents/" + incident + "/deadlines";
        String curator = TestIssuer.bearer("curator", "curator@" + jurisdiction);
        await().atMost(Duration.ofSeconds(30)).until(() -> get(path, curator).statusCode() == 200);

        JsonNode publish = json(get(path, curator))
                .get("items")
                .valueStream()
                .filter(item -> item.get("stage").asString().equals("publish"))
                .findFirst()
                .orElseThrow();
        assertThat(publish.get("clause").asString()).isEqualTo(clause);
        assertThat(publish.get("dueAt").asString()).isEqualTo(due);
    }

    @Test
    @Clause("LP-6")
    void shortenedDeadline_isToldWithBothEnds() {
        UUID incident = IncidentId.nameBased("shortened");
        tell(incident, "lipetsk-oblast", 1, registered(Importance.NORMAL, Instant.parse("2026-06-10T09:00:00Z")));
        tell(incident, "lipetsk-oblast", 2, new IncidentFact.IncidentRouted("a", "А", false, null));
        tell(
                incident,
                "lipetsk-oblast",
                3,
                new IncidentFact.TermShortened(Instant.parse("2026-06-10T12:00:00Z"), "Завтра праздник"));
        String path = "/api/sla/v1/incidents/" + incident + "/deadlines";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(path, ELSEWHERE).statusCode() == 200
                        && json(get(path, ELSEWHERE)).get("version").asLong() == 3);

        JsonNode draft = json(get(path, ELSEWHERE))
                .get("items")
                .valueStream()
                .filter(item -> item.get("stage").asString().equals("draft"))
                .findFirst()
                .orElseThrow();
        assertThat(draft.get("dueAt").asString()).isEqualTo("2026-06-10T12:00:00Z");
        assertThat(draft.at("/shortened/by").asString()).isEqualTo("curator");
        assertThat(draft.at("/shortened/clause").asString()).isEqualTo("LP-6");
        // 12:20 in Moscow and four working hours, 48 minutes of lunch between them.
        assertThat(draft.at("/shortened/ownDueAt").asString()).isEqualTo("2026-06-10T14:08:00Z");
    }

    private static IncidentFact registered(Importance importance, Instant detected) {
        return new IncidentFact.IncidentRegistered(
                "1",
                Channel.VK,
                PostKind.POST,
                null,
                new Classification("Дороги", "Ямы", null, importance, Screening.CLEAN, 1, List.of(), "test/1"),
                detected);
    }

    @Test
    void preview_answersOneQuestionAndAList() {
        String one = """
                {"regulation":"altai-krai","stage":"publish","from":"2026-06-10T16:20:00+07:00"}""";

        HttpResponse<String> answer = post("/api/sla/v1/deadlines:preview", one, CURATOR);
        HttpResponse<String> answers = post("/api/sla/v1/deadlines:preview", "[" + one + "," + one + "]", CURATOR);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("due").asString()).isEqualTo("2026-06-15T02:08:00Z");
        assertThat(json(answer).get("effectiveDue").asString()).isEqualTo("2026-06-15T02:08:00Z");
        assertThat(json(answer).get("clause").asString()).isEqualTo("AK-8");
        assertThat(json(answer).get("explanation").get("legs").size()).isEqualTo(1);
        assertThat(json(answers).size()).isEqualTo(2);
        assertThat(json(answers).get(1)).isEqualTo(json(answer));
    }

    @Test
    void preview_saysWhatItKnows_whenItDoesNotKnow() {
        assertThat(problem(
                        "{\"regulation\":\"atlantis\",\"stage\":\"publish\",\"from\":\"2026-06-10T16:20:00+07:00\"}"))
                .contains("422 unknown-regulation")
                .contains("altai-krai");
        assertThat(problem(
                        "{\"regulation\":\"altai-krai\",\"stage\":\"dance\",\"from\":\"2026-06-10T16:20:00+07:00\"}"))
                .contains("422 unknown-stage")
                .contains("publish");
        assertThat(problem(
                        "{\"regulation\":\"altai-krai\",\"stage\":\"publish\",\"from\":\"1999-06-10T16:20:00+07:00\"}"))
                .contains("422 outside-calendars")
                .contains("2013-01-01");
        assertThat(problem("{\"regulation\":\"altai-krai\",\"stage\":\"publish\",\"from\":\"tomorrow\"}"))
                .contains("422 unreadable-question");
        assertThat(problem("[{\"regulation\":\"altai-krai\",\"stage\":\"publish\"}]"))
                .contains("422 incomplete-question")
                .contains("\"index\":0");
    }

    @Test
    @Clause("VP-10")
    void preview_tellsTheEndOfTheSubmissionWindow_beforeTheEndOfTheTerm() {
        JsonNode draft = json(post("/api/sla/v1/deadlines:preview", """
                {"regulation":"vyatskie-polyany","stage":"draft","from":"2026-06-11T21:00:00+03:00"}""", ADMIN));
        JsonNode elevated = json(post("/api/sla/v1/deadlines:preview", """
                {"regulation":"vyatskie-polyany","stage":"publish","importance":"elevated","from":"2026-06-11T14:00:00+03:00"}""", ADMIN));

        assertThat(draft.get("due").asString()).isEqualTo("2026-06-15T16:00:00Z");
        assertThat(draft.get("effectiveDue").asString()).isEqualTo("2026-06-15T14:00:00Z");
        assertThat(elevated.get("due").asString()).isEqualTo("2026-06-15T07:15:00Z");
    }

    @Test
    @Clause({"KA-6", "KH-15", "LB-11"})
    void preview_tellsTheNextTimeOfWhatIsDueAgainAndAgain() {
        JsonNode plan = json(post("/api/sla/v1/deadlines:preview", """
                {"regulation":"khabarovsk-krai","stage":"plan","from":"2026-06-08T10:00:00+10:00"}""", ADMIN));
        JsonNode month = json(post("/api/sla/v1/deadlines:preview", """
                {"regulation":"khabarovsk-krai","stage":"monthly-report","from":"2026-04-30T18:00:00+10:00"}""", ADMIN));
        JsonNode week = json(post("/api/sla/v1/deadlines:preview", """
                {"regulation":"barnaul-leninsky","stage":"weekly-report","from":"2026-06-01T10:00:00+07:00"}""", ADMIN));

        // Friday 12 June is a holiday: the last but one working day of that week is Wednesday.
        assertThat(plan.get("due").asString()).isEqualTo("2026-06-10T07:00:00Z");
        assertThat(plan.get("clause").asString()).isEqualTo("KA-6");
        assertThat(plan.get("explanation").get("sentence").asString())
                .isEqualTo("Ближайший срок — ср 10 июня 17:00: Контент-план на следующую неделю (п. 6)");
        assertThat(month.get("due").asString()).isEqualTo("2026-05-20T08:00:00Z");
        assertThat(week.get("due").asString()).isEqualTo("2026-06-05T09:00:00Z");
    }

    @Test
    void preview_takesTenThousandQuestionsAndNotOneMore() {
        String one = """
                {"regulation":"altai-krai","stage":"route","importance":"normal","from":"2026-06-10T16:20:00+07:00"}""";
        String most = String.join(",", Collections.nCopies(10_000, one));

        assertThat(json(post("/api/sla/v1/deadlines:preview", "[" + most + "]", CURATOR))
                        .size())
                .isEqualTo(10_000);
        assertThat(problem("[" + most + "," + one + "]"))
                .startsWith("413 too-many")
                .contains("10000");
    }

    @Test
    void preview_refusesWhatIsNoQuestion() {
        assertThat(problem("{\"regulation\":")).startsWith("400 unreadable");
        assertThat(problem("null")).startsWith("4");
        assertThat(problem("[null]")).startsWith("422 unreadable-question").contains("\"index\":0");
        assertThat(problem("\"publish\"")).startsWith("422 unreadable-question");
    }

    @Test
    void lint_tellsWhatCannotHold_withTheArithmetic() {
        JsonNode lint = json(get("/api/sla/v1/regulations/vyatskie-polyany/lint", ADMIN));

        assertThat(lint.get("regulation").asString()).isEqualTo("vyatskie-polyany");
        assertThat(lint.get("findings").toString())
                .contains("infeasible-budget")
                .contains("3 ч (п. 9) + 1 ч (п. 13) + 0,5 ч (п. 16) = 4,5 ч больше, чем 4 ч (п. 8)");
        assertThat(get("/api/sla/v1/regulations/altai-krai/lint", ELSEWHERE).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/sla/v1/regulations/atlantis/lint", ADMIN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void regulations_areListedAndShown_asFarAsOnesGrantsReach() {
        assertThat(json(get("/api/sla/v1/regulations", CURATOR)).get("items").size())
                .isEqualTo(1);
        assertThat(json(get("/api/sla/v1/regulations", ADMIN)).get("items").size())
                .isGreaterThan(1);
        JsonNode altai = json(get("/api/sla/v1/regulations/altai-krai", CURATOR));
        assertThat(altai.get("regulation").get("zone").asString()).isEqualTo("Asia/Barnaul");
        assertThat(altai.get("hours").get("FRIDAY").toString()).isEqualTo("[\"08:00–12:00\",\"12:48–16:00\"]");
        assertThat(altai.get("terms")
                        .valueStream()
                        .map(term -> term.get("clause").asString()))
                .contains("AK-6", "AK-7", "AK-8", "AK-9", "AK-10", "AK-11", "AK-12", "AK-13", "AK-14");
        assertThat(get("/api/sla/v1/regulations/altai-krai", ELSEWHERE).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/sla/v1/regulations/atlantis", ADMIN).statusCode()).isEqualTo(404);
    }

    @Test
    void aRealClock_isNotAdvanced_andNobodyButAnAdministratorMayAsk() {
        assertThat(json(get("/api/sla/v1/clock", CURATOR)).get("virtual").asBoolean())
                .isFalse();
        assertThat(post("/api/sla/v1/clock:advance", "{\"by\":\"PT1H\"}", CURATOR)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/sla/v1/clock:advance", "{\"by\":\"PT1H\"}", ADMIN).body())
                .contains("clock-is-real");
    }

    @Test
    void unreadableFacts_areDeadLettersThatAnAdministratorSees() {
        kafka().send(new ProducerRecord<>(Topics.INCIDENTS_LIFECYCLE, "nonsense-it", "{".getBytes(UTF_8)))
                .join();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/api/sla/v1/dead-letters", ADMIN).body().contains("nonsense-it"));
        assertThat(get("/api/sla/v1/dead-letters", CURATOR).statusCode()).isEqualTo(403);
        assertThat(get("/actuator/prometheus", null).body())
                .contains("otklik_sla_facts_total{")
                .contains("otklik_sla_timer_lateness_seconds_bucket", "otklik_sla_looks_total{")
                .contains(
                        "otklik_sla_tick_seconds_count",
                        "otklik_sla_tick_seconds_max",
                        "otklik_sla_restore_seconds_max");
        assertThat(get("/api/sla/openapi.json", null).body()).contains("deadlines:preview");
    }

    private static void tell(long version, IncidentFact fact) {
        tell(INCIDENT, "altai-krai", version, fact);
    }

    private static void tell(UUID incident, String jurisdiction, long version, IncidentFact fact) {
        IncidentEvent event = new IncidentEvent(
                incident, jurisdiction, version, Instant.parse("2026-06-10T09:20:00Z"), Actor.SYSTEM, fact);
        kafka().send(new EventCodec("routing-service")
                        .encode(new Envelope(
                                IncidentId.nameBased("it/" + incident + version), event.at(), event, null)))
                .join();
    }

    private static String problem(String body) {
        HttpResponse<String> response = post("/api/sla/v1/deadlines:preview", body, CURATOR);
        return response.statusCode() + " " + json(response).get("code").asString() + " " + response.body();
    }

    private static HttpResponse<String> get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    private static HttpResponse<String> post(String path, String body, String token) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, @Nullable String token) {
        String port = context().getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    @SuppressWarnings("unchecked")
    private static KafkaTemplate<String, byte[]> kafka() {
        return context().getBean(KafkaTemplate.class);
    }

    private static ConfigurableApplicationContext context() {
        return java.util.Objects.requireNonNull(service);
    }
}
