package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static otklik.routing.RoutingUnderTest.HOUSING;
import static otklik.routing.RoutingUnderTest.TRANSPORT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Channel;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Altai Krai's road from detection to the published answer, through the API, on real Kafka and PostgreSQL. */
class CaseworkIT {

    private static final String DRAFT =
            "{\"type\":\"SubmitDraft\",\"kind\":\"final\",\"text\":\"Здравствуйте! Яму заделают до 1 декабря.\"}";
    private static final String ROUTE = "{\"type\":\"Route\",\"organ\":\"" + TRANSPORT + "\"}";

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("routing"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Clause({"AK-4", "AK-6"})
    void unsureIncident_waitsForTheCuratorWhoRoutesIt() {
        UUID id = registered("route-1");

        assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("NEW");
        assertThat(card(service.curator, id).at("/suggestion/organ/id").asString())
                .isEqualTo(TRANSPORT);
        service.command(service.curator, id, ROUTE).expectStatus().isOk();

        JsonNode card = card(service.executor, id);
        assertThat(card.at("/state").asString()).isEqualTo("ROUTED");
        assertThat(card.at("/number").asString()).matches("AK-\\d{4}-\\d{6}");
    }

    @Test
    @Clause("AK-6")
    void sureIncident_goesToTheOrganOfTheRulesByItself() {
        UUID id = registered(service.detected("auto-1", "ЖКХ", 0.95, Screening.CLEAN));

        assertThat(card(service.curator, id).at("/organ/id").asString()).isEqualTo(HOUSING);
        assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("ROUTED");
    }

    @Test
    @Clause("AK-6")
    void shippedRuleWithAPlace_takesOnlyWhatHappensThere() {
        UUID there = registered(service.detected("spa", "Благоустройство", "Белокуриха", 0.95));
        UUID elsewhere = registered(service.detected("no-spa", "Благоустройство", "Барнаул", 0.95));
        UUID unsure = registered(service.detected("unsure-spa", "Благоустройство", "Яровое", 0.4));

        assertThat(card(service.curator, there).at("/organ/id").asString()).isEqualTo("altai-krai.ecology");
        assertThat(card(service.curator, elsewhere).at("/organ/id").asString()).isEqualTo(HOUSING);
        JsonNode suggestion = card(service.curator, unsure).at("/suggestion");
        assertThat(suggestion.at("/organ/id").asString()).isEqualTo("altai-krai.ecology");
        assertThat(suggestion.at("/explanation").asString())
                .isEqualTo("правило «благоустройство курортов»: группа тем «Благоустройство», место «Яровое»");
        assertThat(suggestion.at("/runnerUp/organ/id").asString()).isEqualTo(HOUSING);
    }

    @Test
    @Clause("AK-5")
    void organWithoutAnExecutor_cannotBeAssigned() {
        UUID id = registered("ak5");

        service.command(service.curator, id, "{\"type\":\"Route\",\"organ\":\"altai-krai.culture\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("organ-not-ready")
                .jsonPath("$.detail")
                .value(String.class, text -> assertThat(text).contains("исполнитель"));
        assertThat(card(service.curator, id).at("/version").asLong()).isEqualTo(1);
    }

    @Test
    @Clause("AK-7")
    void organThatIsNotCompetent_returnsWithAReason() {
        UUID id = routed("return-1");

        service.command(service.executor, id, "{\"type\":\"Return\",\"reason\":\" \"}")
                .expectStatus()
                .isEqualTo(422);
        service.command(service.executor, id, "{\"type\":\"Return\",\"reason\":\"Дорога городская\"}")
                .expectStatus()
                .isOk();

        assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("RETURNED");
        service.command(service.curator, id, "{\"type\":\"Route\",\"organ\":\"" + HOUSING + "\"}")
                .expectStatus()
                .isOk();
    }

    @Test
    @Clause({"AK-9", "AK-10", "AK-11", "AK-12", "AK-16"})
    void draft_isReworkedApprovedAndPublished() {
        UUID id = routed("road-1");

        service.command(service.executor, id, "{\"type\":\"StartWork\"}")
                .expectStatus()
                .isOk();
        service.command(service.executor, id, DRAFT).expectStatus().isOk();
        service.command(
                        service.curator,
                        id,
                        "{\"type\":\"RequestRework\",\"reasons\":[\"substance\"],\"comment\":\"Когда?\"}")
                .expectStatus()
                .isOk();
        assertThat(card(service.executor, id).at("/rework/reasons/0").asString())
                .isEqualTo("substance");
        service.command(service.executor, id, DRAFT).expectStatus().isOk();
        service.command(service.curator, id, "{\"type\":\"Approve\"}")
                .expectStatus()
                .isOk();
        publisherSays(
                id,
                new PublicationFact.PublicationSucceeded(
                        "512", "https://vk.com/wall-1_77?reply=512", Instant.now(), "ab"));

        await().untilAsserted(() ->
                assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("DONE"));
        JsonNode card = card(service.curator, id);
        assertThat(card.at("/draft/round").asInt()).isEqualTo(2);
        assertThat(card.at("/publication/permalink").asString()).isEqualTo("https://vk.com/wall-1_77?reply=512");
    }

    @Test
    @Clause("AK-13")
    void interimAnswer_leavesTheIncidentWaitingForTheFinalOne() {
        UUID id = routed("interim-1");
        service.command(service.executor, id, DRAFT.replace("final", "interim"))
                .expectStatus()
                .isOk();
        service.command(service.curator, id, "{\"type\":\"Approve\"}")
                .expectStatus()
                .isOk();
        publisherSays(
                id,
                new PublicationFact.PublicationSucceeded("1", "https://vk.com/wall-1_1?reply=1", Instant.now(), "ab"));
        await().untilAsserted(() ->
                assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("AWAITING_FINAL"));

        service.command(service.executor, id, DRAFT.replace("final", "interim"))
                .expectStatus()
                .isEqualTo(409);
        service.command(service.executor, id, DRAFT).expectStatus().isOk();
    }

    @Test
    @Clause("AK-12")
    void replyThatCannotBePosted_isPublishedByHandAndRecorded() {
        UUID id = routed("manual-1");
        service.command(service.executor, id, DRAFT).expectStatus().isOk();
        service.command(service.curator, id, "{\"type\":\"Approve\"}")
                .expectStatus()
                .isOk();
        publisherSays(id, new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null));
        await().untilAsserted(() -> assertThat(
                        card(service.curator, id).at("/publication/state").asString())
                .isEqualTo("manual-needed"));

        service.command(service.executor, id, "{\"type\":\"RecordPublication\",\"url\":\"нет\"}")
                .expectStatus()
                .isEqualTo(422);
        service.command(service.executor, id, "{\"type\":\"RecordPublication\",\"url\":\"https://vk.com/wall-5_6\"}")
                .expectStatus()
                .isOk();

        JsonNode card = card(service.curator, id);
        assertThat(card.at("/state").asString()).isEqualTo("DONE");
        assertThat(card.at("/publication/manual").asBoolean()).isTrue();
    }

    @Test
    @Clause("AK-17")
    void screenedPost_isKeptApartAndCanBeRestored() {
        UUID id = registered(service.detected("threat-1", "Другое", 0.9, Screening.THREAT));
        assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("SCREENED_OUT");
        assertThat(queue(service.curator, "screened")).contains(id.toString());
        assertThat(queue(service.curator, "open")).doesNotContain(id.toString());

        service.command(service.curator, id, "{\"type\":\"Restore\",\"reason\":\"Это не угроза\"}")
                .expectStatus()
                .isOk();

        assertThat(card(service.curator, id).at("/state").asString()).isEqualTo("NEW");
    }

    @Test
    @Clause("AK-18")
    void trail_namesWhoDidWhatAndShowsTampering() {
        UUID id = routed("trail-1");
        service.command(service.executor, id, DRAFT).expectStatus().isOk();

        JsonNode timeline = json(service.curator, "/api/routing/v1/incidents/" + id + "/timeline");
        assertThat(timeline.at("/items")
                        .valueStream()
                        .map(item -> item.at("/by/id").asString()))
                .containsExactly("system", "curator.altai", "executor.altai");
        assertThat(json(service.curator, "/api/routing/v1/incidents/" + id + "/integrity")
                        .at("/intact")
                        .asBoolean())
                .isTrue();
        service.database()
                .sql(
                        "update incident_event set actor = cast(replace(cast(actor as text), 'executor.altai', 'other') as json) where incident_id = :id and version = 3")
                .bind("id", id)
                .then()
                .block(Duration.ofSeconds(5));

        JsonNode broken = json(service.curator, "/api/routing/v1/incidents/" + id + "/integrity");
        assertThat(broken.at("/intact").asBoolean()).isFalse();
        assertThat(broken.at("/brokenAt").asLong()).isEqualTo(3);
    }

    @Test
    void draftBySomebodyOfAnotherOrgan_isForbiddenAndLeavesNoTrace() {
        UUID id = routed("stranger-1");

        service.command(service.stranger, id, DRAFT)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.clause")
                .isEqualTo("AK-9");
        service.get(service.stranger, "/api/routing/v1/incidents/{id}", id)
                .expectStatus()
                .isForbidden();

        assertThat(card(service.curator, id).at("/version").asLong()).isEqualTo(2);
    }

    @Test
    void approvingWhatWasNotSubmitted_isAConflictThatNamesTheClause() {
        UUID id = routed("early-1");

        service.command(service.curator, id, "{\"type\":\"Approve\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("wrong-state")
                .jsonPath("$.clause")
                .isEqualTo("AK-10");
    }

    @Test
    void twoPeopleAnsweringAtOnce_oneIsToldSo() {
        UUID id = routed("race-1");

        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> service.command(service.executor, id, DRAFT.replace("Яму", "Яму " + i))
                                .returnResult(String.class)
                                .getStatus()
                                .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        JsonNode late = Walk.refused(service.command(service.executor, id, DRAFT), "wrong-state", "AK-9");
        assertThat(late.at("/changes").size()).isEqualTo(1);
        assertThat(late.at("/changes/0/type").asString()).isEqualTo("DraftSubmitted");
        assertThat(late.at("/changes/0/by/role").asString()).isEqualTo("executor");
        assertThat(card(service.curator, id).at("/version").asLong()).isEqualTo(3);
    }

    /** Commands that come together share transactions: what is wrong with one must not touch another. */
    @Test
    void manyCommandsAtOnce_eachIsDecidedByItself() {
        List<UUID> ids =
                IntStream.range(0, 24).mapToObj(i -> routed("together-" + i)).toList();
        List<UUID> unknown = List.of(new UUID(7, 1), new UUID(7, 2));
        record Sent(UUID id, String by, int expected) {}
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            boolean stranger = i % 4 == 3;
            sent.add(new Sent(ids.get(i), stranger ? service.stranger : service.executor, stranger ? 403 : 200));
        }
        unknown.forEach(id -> sent.add(new Sent(id, service.executor, 404)));

        List<Integer> statuses = sent.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> service.command(one.by(), one.id(), DRAFT)
                        .returnResult(String.class)
                        .getStatus()
                        .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).isEqualTo(sent.stream().map(Sent::expected).toList());
        for (int i = 0; i < ids.size(); i++) {
            assertThat(card(service.curator, ids.get(i)).at("/version").asLong())
                    .isEqualTo(i % 4 == 3 ? 2 : 3);
            assertThat(json(service.curator, "/api/routing/v1/incidents/" + ids.get(i) + "/integrity")
                            .at("/intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void staleVersion_showsWhatChangedMeanwhile_toThoseWhoMaySeeIt() {
        UUID id = routed("stale-1");

        JsonNode problem = Walk.refused(stale(service.executor, id, DRAFT), "stale-version", "AK-9");
        assertThat(problem.at("/status").asInt()).isEqualTo(412);
        assertThat(problem.at("/version").asLong()).isEqualTo(2);
        assertThat(problem.at("/changes/0/type").asString()).isEqualTo("IncidentRouted");

        for (String who : List.of(service.stranger, TestIssuer.bearer("nobody"))) {
            JsonNode nothing = Walk.refused(stale(who, id, DRAFT), "not-yours", "AK-9");
            assertThat(nothing.propertyNames()).doesNotContain("changes", "version", "state");
        }
    }

    private static WebTestClient.ResponseSpec stale(String who, UUID id, String command) {
        return service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/commands", id)
                .header("Authorization", who)
                .header("If-Match", "\"1\"")
                .header("Content-Type", "application/json")
                .bodyValue(command)
                .exchange();
    }

    /** Not even what the last step was: its words may be about the author. */
    @Test
    void incidentOfOthers_isNotToldAboutByARefusal() {
        UUID id = routed("secret-1");
        service.command(service.executor, id, "{\"type\":\"Return\",\"reason\":\"не наш дом\"}")
                .expectStatus()
                .isOk();

        for (String command : List.of("{\"type\":\"Undo\"}", DRAFT, "{\"type\":\"Approve\"}")) {
            JsonNode problem =
                    Walk.refused(service.command(service.stranger, id, command), "not-yours", clauseOf(command));
            assertThat(problem.toString()).doesNotContain("не наш дом", "RETURNED", "ранспорт");
        }
    }

    private static String clauseOf(String command) {
        return command.contains("Undo") ? "" : command.contains("Approve") ? "AK-10" : "AK-9";
    }

    @Test
    void repeatedCommandWithTheSameKey_getsTheSameAnswerOnce() {
        UUID id = routed("key-1");

        JsonNode first = withKey(id, "k-1", DRAFT, 200);
        JsonNode second = withKey(id, "k-1", DRAFT, 200);
        JsonNode other = withKey(id, "k-1", DRAFT.replace("Яму", "Дыру"), 422);

        assertThat(second).isEqualTo(first);
        assertThat(other.at("/clause").asString()).isEqualTo("AK-9");
        assertThat(card(service.curator, id).at("/version").asLong()).isEqualTo(3);
    }

    @Test
    void whatCannotBeRead_isTurnedDownAtTheEdge() {
        UUID id = routed("bad-1");
        JsonNode before = card(service.curator, id);

        Walk.refused(service.command(service.executor, id, "{\"type\":\"SubmitDraft\","), "unreadable", "");
        Walk.refused(service.command(service.executor, id, "{\"type\":\"Explode\"}"), "unreadable", "");
        Walk.refused(service.command("Bearer nonsense", id, DRAFT), "unauthorized", "");
        Walk.refused(service.command(service.curator, UUID.randomUUID(), DRAFT), "not-found", "");
        Walk.refused(service.get(TestIssuer.bearer("nobody"), "/api/routing/v1/incidents/{id}", id), "forbidden", "");
        for (String bad : List.of(
                "queue=nonsense unknown-queue",
                "state=nonsense unknown-state",
                "jurisdiction=atlantis unknown-jurisdiction",
                "limit=0 bad-limit",
                "limit=201 bad-limit",
                "cursor=nonsense bad-cursor")) {
            String[] parts = bad.split(" ");
            Walk.refused(service.get(service.curator, "/api/routing/v1/incidents?" + parts[0]), parts[1], "");
        }
        assertThat(card(service.curator, id)).isEqualTo(before);
    }

    /** PostgreSQL knows no such character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidents?organ=",
                "incidents?location=",
                "incidents?topicGroup=",
                "incidents?state=",
                "incidents?q=",
                "promises?jurisdiction=altai-krai&organ=",
                "executor-changes?jurisdiction=altai-krai&organ="
            })
    void addressWithACharacterOfNoText_isUnreadable(String address) {
        Walk.refused(
                service.get(service.curator, "/api/routing/v1/" + address + "{evil}", "Дороги\u0000"),
                "unreadable",
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\\u202Eтекст", "ноль \\u0000", "javascript:alert(1)"})
    void textThatDeceives_isRefusedInEveryField(String evil) {
        UUID id = routed("evil-" + evil.hashCode());
        JsonNode before = card(service.curator, id);

        evil(service.executor, id, "AK-9", "{'type':'SubmitDraft','text':'#'}", evil);
        evil(service.executor, id, "AK-7", "{'type':'Return','reason':'#'}", evil);
        evil(service.curator, id, "AK-17", "{'type':'ScreenOut','ground':'#'}", evil);
        evil(service.curator, id, "AK-17", "{'type':'ScreenOut','ground':'threat','comment':'#'}", evil);
        evil(service.curator, id, "AK-6", "{'type':'CorrectClassification','topicGroup':'#','topic':'Ямы'}", evil);
        evil(service.curator, id, "AK-6", "{'type':'CorrectClassification','topicGroup':'А','topic':'#'}", evil);
        evil(
                service.curator,
                id,
                "AK-6",
                "{'type':'CorrectClassification','topicGroup':'А','topic':'Ямы','location':'#'}",
                evil);
        Walk.refused(comment(id, "{\"text\":\"" + evil + "\"}"), "text-unsafe", "");
        assertThat(card(service.curator, id)).isEqualTo(before);
        service.get(service.curator, "/api/routing/v1/incidents?q={q}", "яма\u202E<script>")
                .expectStatus()
                .isOk();
    }

    private static void evil(String who, UUID id, String clause, String command, String text) {
        Walk.refused(service.command(who, id, command.replace('\'', '"').replace("#", text)), "text-unsafe", clause);
    }

    private static WebTestClient.ResponseSpec comment(UUID id, String body) {
        return service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/comments", id)
                .header("Authorization", service.curator)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    @Test
    void textThatIsTooLongOrEmpty_isRefused() {
        UUID id = routed("long-1");
        JsonNode before = card(service.curator, id);

        Walk.refused(
                service.command(service.executor, id, DRAFT.replace("Здравствуйте!", "а".repeat(5000))),
                "text-too-long",
                "AK-9");
        Walk.refused(
                service.command(service.executor, id, DRAFT.replaceAll("\"text\":\".*\"", "\"text\":\"  \"")),
                "text-required",
                "AK-9");
        Walk.refused(
                service.command(service.executor, id, "{\"type\":\"Return\",\"reason\":\"" + "а".repeat(2001) + "\"}"),
                "text-too-long",
                "AK-7");
        assertThat(card(service.curator, id)).isEqualTo(before);
    }

    @Test
    void sameDetectionTwice_isOneIncident() {
        IncidentDetected detected = service.detected("twice-1");
        UUID id = registered(detected);
        service.tell(detected);
        registered("twice-marker");

        assertThat(card(service.curator, id).at("/version").asLong()).isEqualTo(1);
    }

    @Test
    void queueOfTheExecutor_holdsWhatWaitsForTheExecutorNearestFirst() {
        UUID later = routed("queue-later");
        UUID sooner = routed("queue-sooner");
        deadline(later, "draft", Duration.ofHours(5));
        deadline(sooner, "draft", Duration.ofHours(1));
        deadline(sooner, "return", Duration.ofMinutes(20));

        await().untilAsserted(() -> {
            List<String> mine = queue(service.executor, "mine");
            assertThat(mine).contains(sooner.toString(), later.toString());
            assertThat(mine.indexOf(sooner.toString())).isLessThan(mine.indexOf(later.toString()));
        });
        assertThat(card(service.executor, sooner).at("/deadline/stage").asString())
                .isEqualTo("draft");
        assertThat(queue(service.stranger, "mine")).doesNotContain(sooner.toString());
        assertThat(queue(service.curator, "mine")).doesNotContain(sooner.toString());
    }

    @Test
    @Clause("AK-8")
    void runningTime_isShownToTheExecutorInTheQueueAndOnTheCard() {
        UUID id = routed("running-1");
        Instant started = Instant.parse("2026-11-16T03:00:00Z");
        Instant due = Instant.parse("2026-11-17T04:00:00Z");
        service.tell(new DeadlineEvent(
                id,
                "altai-krai",
                UUID.randomUUID(),
                "publish",
                "Опубликовать ответ",
                "AK-8",
                TRANSPORT,
                started,
                due,
                started,
                2,
                new DeadlineFact.DeadlineSet("9 рабочих часов")));

        await().untilAsserted(() -> assertThat(
                        card(service.executor, id).at("/deadline/dueAt").asString())
                .isEqualTo(due.toString()));
        JsonNode card = card(service.executor, id);
        JsonNode listed = json(service.executor, "/api/routing/v1/incidents?limit=200&queue=mine")
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        for (JsonNode shown : List.of(card.at("/deadline"), card.at("/deadlines/0"), listed.at("/deadline"))) {
            assertThat(shown.at("/stage").asString()).isEqualTo("publish");
            assertThat(shown.at("/clause").asString()).isEqualTo("AK-8");
            assertThat(shown.at("/startedAt").asString()).isEqualTo(started.toString());
            assertThat(shown.at("/dueAt").asString()).isEqualTo(due.toString());
        }
        assertThat(card.at("/deadlines/0/explanation").asString()).isEqualTo("9 рабочих часов");
    }

    @Test
    void pages_followOneAnotherNearestFirstWithoutGapOrRepeat() {
        List<String> ids = IntStream.of(4, 2, 6, 0, 3, 5, 1)
                .mapToObj(i -> {
                    UUID id = routed("page-" + i);
                    deadline(id, "draft", Duration.ofHours(10 + i));
                    return new Numbered(i, id.toString());
                })
                .sorted(Comparator.comparingInt(Numbered::number))
                .map(Numbered::id)
                .toList();

        await().untilAsserted(() -> assertThat(pages("queue=open&organ=altai-krai.transport"))
                .containsSubsequence(ids)
                .doesNotHaveDuplicates());
    }

    private record Numbered(int number, String id) {}

    @Test
    void pagesOfClosedOnes_beginWithTheNewest() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> {
                    UUID id = registered("closed-page-" + i);
                    service.command(service.curator, id, "{\"type\":\"DecideNoReaction\",\"reason\":\"благодарность\"}")
                            .expectStatus()
                            .isOk();
                    return id.toString();
                })
                .toList();

        assertThat(pages("queue=closed&state=NO_REACTION"))
                .containsSubsequence(ids.reversed())
                .doesNotHaveDuplicates();
    }

    private static List<String> pages(String query) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(service.curator, "/api/routing/v1/incidents?limit=3&" + query + cursor);
            page.at("/items").forEach(item -> seen.add(item.at("/id").asString()));
            cursor = page.at("/next").isString() ? "&cursor=" + page.at("/next").asString() : "";
        } while (!cursor.isEmpty());
        return seen;
    }

    @Test
    void queueOfATerritoryWhereOneHasNoSeat_isEmpty() {
        for (String query : List.of("queue=mine", "queue=open", "queue=open&q=яма", "queue=closed&q=яма")) {
            assertThat(json(service.curator, "/api/routing/v1/incidents?jurisdiction=khabarovsk-krai&" + query)
                            .at("/items")
                            .isEmpty())
                    .as(query)
                    .isTrue();
        }
    }

    @Test
    void filters_narrowAndNeverShowMoreThanOneMaySee() {
        UUID here = routed("filter-1");
        UUID there = registered("filter-2");
        service.command(service.curator, there, ROUTE.replace(TRANSPORT, HOUSING))
                .expectStatus()
                .isOk();
        UUID late = routed("filter-3");
        deadline(late, "draft", Duration.ofMinutes(-5));

        assertThat(queue(service.curator, "open&organ=altai-krai.transport"))
                .contains(here.toString())
                .doesNotContain(there.toString());
        assertThat(queue(service.curator, "open&state=ROUTED")).contains(here.toString(), there.toString());
        assertThat(queue(service.curator, "open&state=IN_WORK")).doesNotContain(here.toString(), there.toString());
        assertThat(queue(service.curator, "open&jurisdiction=lipetsk-oblast")).isEmpty();
        assertThat(queue(service.executor, "open&organ=" + RoutingUnderTest.HOUSING + ""))
                .isEmpty();
        await().untilAsserted(() -> assertThat(queue(service.curator, "overdue"))
                .contains(late.toString())
                .doesNotContain(here.toString(), there.toString()));
    }

    @Test
    void oneKeySentSeveralTimesAtOnce_isCarriedOutOnceAndAnsweredTheSame() {
        UUID id = routed("keys-at-once");

        List<JsonNode> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> withKey(id, "key-at-once", DRAFT, 200)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(card(service.curator, id).at("/version").asLong()).isEqualTo(3);
    }

    @Test
    void words_findNumberPlaceAndTextInAnyForm() {
        UUID id = routed("search-1");
        String number = card(service.curator, id).at("/number").asString();
        String serial = number.substring(number.lastIndexOf('-') + 1);

        List.of(number, serial, serial + " ямами", serial + " в Барнауле")
                .forEach(words -> assertThat(found(service.curator, "open", words))
                        .as(words)
                        .containsExactly(id.toString()));
        assertThat(found(service.curator, "open", serial.replaceFirst("^0+", "")))
                .contains(id.toString());
        assertThat(found(service.curator, "open", "ямы на улицах")).contains(id.toString());
        assertThat(found(service.executor, "mine", number)).containsExactly(id.toString());
        assertThat(found(service.curator, "closed", number)).isEmpty();
        assertThat(found(service.stranger, "open", number)).isEmpty();
    }

    @Test
    void placeThatWasCorrected_isWhatTheIncidentIsFoundBy() {
        UUID id = registered("search-2");
        String number = card(service.curator, id).at("/number").asString();

        service.command(
                        service.curator,
                        id,
                        "{\"type\":\"CorrectClassification\",\"topicGroup\":\"Дороги\",\"topic\":\"Ямы\",\"location\":\"село Алёнушка\",\"importance\":\"normal\"}")
                .expectStatus()
                .isOk();

        assertThat(found(service.curator, "open", number + " аленушка")).containsExactly(id.toString());
        assertThat(found(service.curator, "open", number + " Барнаул")).isEmpty();
    }

    private static List<String> found(String who, String queue, String words) {
        return body(service.get(who, "/api/routing/v1/incidents?queue={queue}&q={words}", queue, words)
                        .expectStatus()
                        .isOk())
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    @Test
    void observer_seesTheIncidentWithoutItsAuthor() {
        UUID id = routed("observer-1");

        assertThat(card(service.observer, id).at("/author").isMissingNode()).isTrue();
        assertThat(card(service.executor, id).at("/author/name").asString()).isEqualTo("Иван Тестов");
        service.command(service.observer, id, ROUTE).expectStatus().isForbidden();
    }

    @Test
    void openApi_isServedWithoutAToken() {
        service.http
                .get()
                .uri("/api/routing/openapi.json")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static UUID registered(String postId) {
        return registered(service.detected(postId));
    }

    private static UUID registered(IncidentDetected detected) {
        service.tell(detected);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> service.get(service.curator, "/api/routing/v1/incidents/{id}", detected.incidentId())
                                .expectStatus()
                                .isOk());
        return detected.incidentId();
    }

    private static UUID routed(String postId) {
        UUID id = registered(postId);
        service.command(service.curator, id, ROUTE).expectStatus().isOk();
        return id;
    }

    private static void publisherSays(UUID id, PublicationFact fact) {
        String reply = service.database()
                .sql(
                        "select fact ->> 'replyId' as reply from incident_event where incident_id = :id and type = 'ReplyApproved' order by version desc limit 1")
                .bind("id", id)
                .map(row -> String.valueOf(row.get("reply", String.class)))
                .one()
                .block(Duration.ofSeconds(5));
        service.tell(new PublicationEvent(
                id, "altai-krai", UUID.fromString(String.valueOf(reply)), Channel.VK, Instant.now(), fact));
    }

    private static void deadline(UUID id, String stage, Duration in) {
        Instant now = Instant.now();
        service.tell(new DeadlineEvent(
                id,
                "altai-krai",
                UUID.randomUUID(),
                stage,
                "Срок " + stage,
                "AK-9",
                TRANSPORT,
                now,
                now.plus(in),
                now,
                2,
                new DeadlineFact.DeadlineSet("пояснение")));
    }

    private static JsonNode withKey(UUID id, String key, String body, int status) {
        return body(service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/commands", id)
                .header("Authorization", service.executor)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private static List<String> queue(String who, String name) {
        return json(who, "/api/routing/v1/incidents?limit=200&queue=" + name)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static JsonNode card(String who, UUID id) {
        return json(who, "/api/routing/v1/incidents/" + id);
    }

    private static JsonNode json(String who, String uri) {
        return body(service.get(who, uri).expectStatus().isOk());
    }

    private static JsonNode body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
