package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.sla.TimeSpent;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** What the service learns from curators, and what it may do with that by itself: as each jurisdiction's own file says. */
class LearningIT {

    private static final String RULES = """
            jurisdiction: altai-krai
            automaticFrom: 0.95
            learnedAutomaticFrom: 0.9
            rules:
              - {id: угрозы, organ: altai-krai.education, screening: [threat]}
              - {id: двор у дороги, organ: altai-krai.transport, with: [altai-krai.housing], topics: [Двор у дороги]}
              - {id: без людей, organ: altai-krai.government, topicGroups: [Власть]}
              - {id: дороги, organ: altai-krai.transport, topicGroups: [Дороги]}
              - {id: парки Барнаула, organ: altai-krai.education, topicGroups: [Отдых], locations: [Барнаул, Новоалтайск]}
              - {id: парки, organ: altai-krai.housing, topicGroups: [Отдых]}
            """;

    private static final String OTHERS = """
            jurisdiction: lipetsk-oblast
            rules: []
            """;

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static RoutingUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("altai-krai.yaml"), RULES);
        Files.writeString(folder.resolve("lipetsk-oblast.yaml"), OTHERS);
        Files.writeString(folder.resolve("organs.yml"), """
                jurisdiction: altai-krai
                organs:
                  - {id: altai-krai.government, name: Правительство без людей}
                  - id: altai-krai.transport
                    name: Минтранс
                    people:
                      - {id: r1, name: Р, role: responsible}
                      - {id: e1, name: И, role: executor}
                  - id: altai-krai.housing
                    name: Минстрой
                    people:
                      - {id: r2, name: Р, role: responsible}
                      - {id: e2, name: И, role: executor}
                  - id: altai-krai.education
                    name: Минобр
                    people:
                      - {id: r3, name: Р, role: responsible}
                      - {id: e3, name: И, role: executor}
                """);
        Files.writeString(folder.resolve("lipetsk.yml"), """
                jurisdiction: lipetsk-oblast
                organs:
                  - id: lipetsk-oblast.housing
                    name: ЖКХ
                    people:
                      - {id: r4, name: Р, role: responsible}
                      - {id: e4, name: И, role: executor}
                """);
        database = TestDatabase.fresh("learning");
        service = new RoutingUnderTest(
                database,
                InstantSource.system(),
                "--otklik.routing.assignment=file:" + folder + "/*.yaml",
                "--otklik.routing.directory=file:" + folder + "/*.yml");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void curatorsChoices_areLearnedShownAndFollowedWhereTheJurisdictionSaysSo() {
        UUID probe = detected("altai-krai", "probe-q", "Парки", "сломаны качели", 0.4);
        for (int i = 0; i < 4; i++) {
            UUID id = detected("altai-krai", "q" + i, "Парки", "качели сломаны на детской площадке, дом " + i, 0.4);
            route("altai-krai", id, "housing");
        }

        isLearned(probe);

        UUID asked = detected("altai-krai", "asked", "Парки", "сломаны качели, площадка у дома 7", 0.4);

        JsonNode card = card("altai-krai", asked);
        assertThat(card.at("/state").asString()).isEqualTo("ROUTED");
        assertThat(card.at("/organ/id").asString()).isEqualTo("altai-krai.housing");
        assertThat(timeline("altai-krai", asked).toString()).contains("по опыту похожих сообщений");
    }

    @Test
    void learnedSuggestion_isOnlyShownWhereTheJurisdictionDoesNotSaySo() {
        for (int i = 0; i < 4; i++) {
            route(
                    "lipetsk-oblast",
                    detected("lipetsk-oblast", "l" + i, "ЖКХ", "батареи холодные в квартире " + i, 0.4),
                    "housing");
        }
        UUID asked = detected("lipetsk-oblast", "asked-l", "ЖКХ", "холодные батареи, квартира 9", 0.99);

        JsonNode learned = await().until(
                        () -> card("lipetsk-oblast", asked).at("/learned"),
                        found -> found.at("/similar").asInt() == 4);

        assertThat(card("lipetsk-oblast", asked).at("/state").asString()).isEqualTo("NEW");
        assertThat(learned.at("/organ/name").asString()).isEqualTo("ЖКХ");
        assertThat(learned.at("/confidence").asDouble()).isEqualTo(1);
        assertThat(learned.at("/explanation").asString()).isEqualTo("из 4 похожих 4 ушли в «ЖКХ»");
        assertThat(learned.at("/cases").size()).isEqualTo(4);
        assertThat(learned.at("/cases/0/number").asString()).startsWith("LP-");
    }

    @Test
    void organThatGaveItBack_isNotSuggestedAgain() {
        UUID probe = detected("altai-krai", "probe-b", "Озеленение", "упало дерево", 0.4);
        for (int i = 0; i < 4; i++) {
            UUID id = detected("altai-krai", "b" + i, "Озеленение", "упало дерево возле остановки " + i, 0.4);
            route("altai-krai", id, "housing");
            returned("altai-krai", id, "housing");
            route("altai-krai", id, "education");
        }
        List<Map<String, Object>> cases =
                database("select c.organ, c.refused from learned_case c join incident i on i.id = c.incident_id"
                        + " where i.post_text like 'упало дерево возле%'");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(3).allSatisfy(row -> {
            assertThat(row.get("organ")).isEqualTo("altai-krai.education");
            assertThat((String[]) row.get("refused")).containsExactly("altai-krai.housing");
        });

        isLearned(probe);

        assertThat(card("altai-krai", probe).at("/learned/organ/id").asString()).isEqualTo("altai-krai.education");
        route("altai-krai", probe, "education");
        returned("altai-krai", probe, "education");
        await().untilAsserted(() -> assertThat(
                        card("altai-krai", probe).at("/learned").isMissingNode())
                .isTrue());
    }

    @Test
    @Clause({"AK-7", "AK-18"})
    void everybodysMinutes_andThoseLostAtTheWrongOrgan_standInTheTimeline() {
        UUID id = detected("altai-krai", "lost", "Без правила", "трава по пояс", 0.4);
        route("altai-krai", id, "housing");
        returned("altai-krai", id, "housing");
        TimeSpent.Part housing = new TimeSpent.Part("organ", "altai-krai.housing", true, Duration.ofMinutes(47));
        TimeSpent.Part curator = new TimeSpent.Part("curator", null, false, Duration.ofMinutes(5));
        TimeSpent.Part approval = new TimeSpent.Part("approval", null, false, Duration.ofSeconds(29));
        TimeSpent.Part night = new TimeSpent.Part("non-working", null, false, Duration.ofHours(15));

        service.tell(spent(id, 9, List.of(curator, housing, approval, night)));
        service.tell(
                spent(id, 4, List.of(new TimeSpent.Part("organ", "altai-krai.housing", true, Duration.ofMinutes(3)))));

        JsonNode line = await().until(() -> lines(id, "TimeLost"), lines -> lines.size() == 1)
                .getFirst();
        assertThat(line.at("/title").asString())
                .isEqualTo("Потеряно на неверном направлении в «Минстрой»: 47 рабочих минут");
        assertThat(line.at("/clause").asString()).isEqualTo("AK-7");
        JsonNode spent = lines(id, "TimeSpent").getFirst();
        assertThat(spent.at("/title").asString())
                .isEqualTo("Чьё рабочее время ушло: у куратора — 5 минут, «Минстрой» (направлено не туда) — 47 минут, "
                        + "кроме того, нерабочее время — 900 минут");
        assertThat(spent.at("/details/parts/1/organ").asString()).isEqualTo("altai-krai.housing");
        assertThat(spent.at("/details/parts/2/minutes").asLong(-1)).isZero();
    }

    private static List<JsonNode> lines(UUID incident, String type) {
        return timeline("altai-krai", incident)
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/type").asString().equals(type))
                .toList();
    }

    private static TimeSpent spent(UUID incident, long version, List<TimeSpent.Part> parts) {
        return new TimeSpent(
                incident, "altai-krai", version, Instant.now(), Instant.now(), Duration.ofMinutes(52), parts);
    }

    @Test
    void ruleWithAPlace_takesOnlyWhatHappensThere() {
        UUID there = detectedAt("барнаул", "there", 0.99);
        assertThat(card("altai-krai", there).at("/organ/id").asString()).isEqualTo("altai-krai.education");
        assertThat(timeline("altai-krai", there).toString()).contains("по правилу «парки Барнаула»");
        for (String elsewhere : Arrays.asList("Бийск", null)) {
            UUID missed = detectedAt(elsewhere, "elsewhere " + elsewhere, 0.99);
            assertThat(card("altai-krai", missed).at("/organ/id").asString()).isEqualTo("altai-krai.housing");
        }

        UUID unsure = detectedAt("Бийск", "unsure", 0.4);
        assertThat(card("altai-krai", unsure).at("/suggestion/organ/id").asString())
                .isEqualTo("altai-krai.housing");
        command(
                        "altai-krai",
                        unsure,
                        Map.of(
                                "type", "CorrectClassification",
                                "topicGroup", "Отдых",
                                "topic", "Парки",
                                "location", "Новоалтайск",
                                "importance", "normal"))
                .expectStatus()
                .isOk();
        JsonNode suggestion = card("altai-krai", unsure).at("/suggestion");
        assertThat(suggestion.at("/organ/id").asString()).isEqualTo("altai-krai.education");
        assertThat(suggestion.at("/explanation").asString()).contains("место «Новоалтайск»");
        assertThat(suggestion.at("/runnerUp/organ/id").asString()).isEqualTo("altai-krai.housing");
    }

    @Test
    void systemsOwnChoice_teachesNothing() {
        UUID id = detected("altai-krai", "own", "Дороги", "яма на дороге", 0.99);

        assertThat(card("altai-krai", id).at("/state").asString()).isEqualTo("ROUTED");
        assertThat(database("select 1 as one from learned_case where incident_id = '" + id + "'"))
                .isEmpty();
    }

    @Test
    void confidence_isTheJurisdictionsOwn() {
        UUID below = detected("altai-krai", "below", "Дороги", "разметка стёрлась", 0.9);

        assertThat(card("altai-krai", below).at("/state").asString()).isEqualTo("NEW");
        assertThat(card("altai-krai", below).at("/suggestion/organ/id").asString())
                .isEqualTo("altai-krai.transport");
    }

    @Test
    @Clause("AK-14")
    void ruleOfSeveralOrgans_isSuggestedAndLeftToThePerson() {
        UUID id = detected("altai-krai", "several", "Дороги", "Двор у дороги", "колея во дворе", 0.99, Screening.CLEAN);

        JsonNode card = card("altai-krai", id);
        assertThat(card.at("/state").asString()).isEqualTo("NEW");
        assertThat(card.at("/suggestion/organ/id").asString()).isEqualTo("altai-krai.transport");
        assertThat(card.at("/suggestion/with/0/id").asString()).isEqualTo("altai-krai.housing");
        assertThat(card.at("/suggestion/runnerUp/rule").asString()).isEqualTo("дороги");
        command(
                        "altai-krai",
                        id,
                        Map.of(
                                "type",
                                "EngageOrgans",
                                "organs",
                                List.of("altai-krai.housing"),
                                "lead",
                                "altai-krai.transport"))
                .expectStatus()
                .isOk();
    }

    @Test
    @Clause("AK-5")
    void organWithoutItsPeople_isNeverChosenByTheSystem() {
        UUID id = detected("altai-krai", "nobody", "Власть", "приёма нет", 0.99);

        JsonNode card = card("altai-krai", id);
        assertThat(card.at("/state").asString()).isEqualTo("NEW");
        assertThat(card.at("/suggestion/notReady").asString()).contains("ответственное должностное лицо");
        // Learned from the time when it still had people: it is not suggested.
        for (int i = 0; i < 4; i++) {
            UUID earlier = detected("altai-krai", "nobody" + i, "Власть", "нет приёма граждан, кабинет " + i, 0.4);
            database("insert into learned_case (incident_id, organ) values ('" + earlier
                    + "', 'altai-krai.government') returning 1 as one");
        }
        UUID asked = detected("altai-krai", "nobody-asked", "Власть", "граждан не принимают, кабинет 5", 0.99);
        await().during(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> card("altai-krai", asked),
                        found -> found.at("/learned").isMissingNode()
                                && found.at("/state").asString().equals("NEW"));
    }

    @Test
    void ruleOfAScreeningClass_isForWhatWasBroughtBack() {
        UUID id = detected("altai-krai", "threat", "Дороги", "Ямы", "приду и поговорю", 0.99, Screening.THREAT);
        assertThat(card("altai-krai", id).at("/state").asString()).isEqualTo("SCREENED_OUT");

        command("altai-krai", id, Map.of("type", "Restore", "reason", "Не угроза"))
                .expectStatus()
                .isOk();

        assertThat(card("altai-krai", id).at("/suggestion/organ/id").asString()).isEqualTo("altai-krai.education");
        assertThat(card("altai-krai", id).at("/suggestion/explanation").asString())
                .contains("возвращено из отсеянных");
    }

    /** What the others taught is seen at that one, which is still nobody's. */
    private static void isLearned(UUID probe) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(card("altai-krai", probe)
                                .at("/learned/agreeing")
                                .asInt())
                        .isGreaterThanOrEqualTo(3));
    }

    private static UUID detected(String jurisdiction, String post, String group, String text, double confidence) {
        return detected(jurisdiction, post, group, "Тема " + group, text, confidence, Screening.CLEAN);
    }

    private static UUID detectedAt(@Nullable String location, String post, double confidence) {
        Classification classification = new Classification(
                "Отдых", "Парки", location, Importance.NORMAL, Screening.CLEAN, confidence, List.of(), "test");
        return detected("altai-krai", post, "в парке темно", classification);
    }

    private static UUID detected(
            String jurisdiction,
            String post,
            String group,
            String topic,
            String text,
            double confidence,
            Screening screening) {
        return detected(
                jurisdiction,
                post,
                text,
                new Classification(group, topic, null, Importance.NORMAL, screening, confidence, List.of(), "test"));
    }

    private static UUID detected(String jurisdiction, String post, String text, Classification classification) {
        PostKey key = new PostKey(Channel.VK, "learning-" + jurisdiction + post);
        UUID id = IncidentId.of(jurisdiction, key);
        service.tell(new IncidentDetected(
                id, jurisdiction, key, PostKind.POST, null, text, null, Map.of(), null, Instant.now(), classification));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> service.get(curator(jurisdiction), "/api/routing/v1/incidents/{id}", id)
                        .expectStatus()
                        .isOk());
        return id;
    }

    private static String curator(String jurisdiction) {
        return TestIssuer.bearer("curator", "curator@" + jurisdiction);
    }

    /** By hand, where the system has not done so already. */
    private static void route(String jurisdiction, UUID id, String organ) {
        if (!card(jurisdiction, id).at("/organ/id").asString("").equals(jurisdiction + "." + organ)) {
            command(jurisdiction, id, Map.of("type", "Route", "organ", jurisdiction + "." + organ))
                    .expectStatus()
                    .isOk();
        }
    }

    private static void returned(String jurisdiction, UUID id, String organ) {
        String executor = TestIssuer.bearer("executor", "executor@" + jurisdiction + "/" + jurisdiction + "." + organ);
        service.command(executor, id, "{\"type\":\"Return\",\"reason\":\"Не наш вопрос\"}")
                .expectStatus()
                .isOk();
    }

    private static WebTestClient.ResponseSpec command(String jurisdiction, UUID id, Map<String, Object> command) {
        return service.command(curator(jurisdiction), id, Json.mapper().writeValueAsString(command));
    }

    private static JsonNode card(String jurisdiction, UUID id) {
        return json(jurisdiction, "/api/routing/v1/incidents/" + id);
    }

    private static JsonNode timeline(String jurisdiction, UUID id) {
        return json(jurisdiction, "/api/routing/v1/incidents/" + id + "/timeline");
    }

    private static JsonNode json(String jurisdiction, String uri) {
        return Objects.requireNonNull(service.get(curator(jurisdiction), uri)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<Map<String, Object>> database(String sql) {
        return Objects.requireNonNull(
                service.database().sql(sql).fetch().all().collectList().block(Duration.ofSeconds(10)));
    }
}
