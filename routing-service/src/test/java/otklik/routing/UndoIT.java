package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Whoever has just taken a step takes it back (ADR 7). */
class UndoIT {

    private static final SettableTime TIME = SettableTime.at("2026-06-10T11:00:00+07:00");

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("undo"), TIME);
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    @Test
    void routing_isTakenBackWithinThirtySecondsAndTheTrailKeepsBoth() {
        Walk walk = begin("route");
        walk.does("curator", "Route", "organ", walk.organ("transport"));
        TIME.tick(Duration.ofMillis(1_500));

        assertThat(offer(walk, "curator").at("/secondsLeft").asInt()).isEqualTo(29);
        assertThat(offer(walk, "curator").at("/title").asString()).startsWith("Отменить: Направлено");
        assertThat(walk.offers("executor/transport")).doesNotContain("Undo");
        TIME.tick(Duration.ofMillis(28_500));
        walk.does("curator", "Undo");

        walk.is("NEW")
                .isInTheQueueOf("curator")
                .isNotInTheQueueOf("executor/transport")
                .shows("/organ/id", "");
        assertThat(walk.card().at("/version").asLong()).isEqualTo(3);
        assertThat(walk.facts()).containsExactly("IncidentRegistered", "IncidentRouted", "StepUndone");
        assertThat(walk.entry("StepUndone").at("/details").toString())
                .isEqualTo("{\"backTo\":1,\"type\":\"StepUndone\"}");
        assertThat(walk.offers("curator")).contains("Route").doesNotContain("Undo");
        walk.mayNot("curator", "nothing-to-undo", "", "Undo")
                .mayNotAfter("StepUndone", "curator", "nothing-to-undo", "", "Undo");
        walk.does("curator", "Route", "organ", walk.organ("housing"))
                .is("ROUTED")
                .mayNotAfter(
                        "IncidentRouted", "curator", "already-there", "AK-6", "Route", "organ", walk.organ("housing"));
    }

    @Test
    void answerOfTheCommand_saysUntilWhen() {
        Walk walk = begin("answer");

        service.command(
                        walk.who("curator"),
                        walk.id(),
                        "{\"type\":\"Route\",\"organ\":\"" + walk.organ("transport") + "\"}")
                .expectBody()
                .jsonPath("$.undoUntil")
                .isEqualTo(TIME.instant().plusSeconds(30).toString())
                .jsonPath("$.done")
                .isEqualTo("Направлено: Министерство транспорта Алтайского края");
        service.command(walk.who("curator"), walk.id(), "{\"type\":\"Undo\"}")
                .expectBody()
                .jsonPath("$.undoUntil")
                .doesNotExist();
    }

    @Test
    void returningOrgan_takesItBackThoughItSeesItNoMore() {
        Walk walk = begin("return").does("curator", "Route", "organ", "altai-krai.transport");
        walk.does("executor/transport", "Return", "reason", "Не наша дорога");

        walk.does("executor/transport", "Undo").is("ROUTED").isInTheQueueOf("executor/transport");
        assertThat(walk.card("executor/transport").at("/state").asString()).isEqualTo("ROUTED");
    }

    @Test
    void whatATakenBackStepTaught_isForgotten() {
        Walk walk = begin("lesson").does("curator", "Route", "organ", "altai-krai.transport");
        walk.does("executor/transport", "Return", "reason", "Не наша дорога");
        assertThat(learned(walk)).isEqualTo("null {altai-krai.transport}");

        walk.does("executor/transport", "Undo");
        assertThat(learned(walk)).isEqualTo("altai-krai.transport {}");

        walk.does("executor/transport", "Return", "reason", "Не наша дорога")
                .does("curator", "Route", "organ", "altai-krai.housing")
                .does("curator", "Undo");
        assertThat(learned(walk)).isEqualTo("null {altai-krai.transport}");
    }

    @Test
    void minutesLost_areNotTellableWhileTheEndIsTakenBack() {
        Walk walk = begin("lost").does("curator", "Route", "organ", "altai-krai.transport");
        walk.does("executor/transport", "Return", "reason", "Не наша дорога")
                .does("curator", "ScreenOut", "ground", "abuse");
        service.tell(new TimeSpent(
                walk.id(),
                "altai-krai",
                4,
                TIME.instant(),
                TIME.instant(),
                Duration.ofMinutes(52),
                List.of(new TimeSpent.Part("organ", "altai-krai.transport", true, Duration.ofMinutes(47)))));
        await().untilAsserted(() -> assertThat(walk.facts()).contains("TimeLost"));

        walk.does("curator", "Undo").is("RETURNED");

        assertThat(walk.facts()).doesNotContain("TimeLost");
    }

    @Test
    void correctedPlaceTakenBack_isNotFoundAnyMore() {
        Walk walk = begin("place");
        walk.does(
                "curator",
                "CorrectClassification",
                "topicGroup",
                "ЖКХ",
                "topic",
                "Тема",
                "location",
                "Змеиногорск",
                "importance",
                "normal");
        assertThat(found("Змеиногорску")).contains(walk.id().toString());

        walk.does("curator", "Undo").shows("/classification/location", "");

        assertThat(found("Змеиногорску")).isEmpty();
    }

    @Test
    void reopeningTakenBack_leavesTheIncidentWhereItStoodAmongTheClosed() {
        Walk walk = begin("closed").does("curator", "ScreenOut", "ground", "abuse");
        List<String> places = places(walk);
        TIME.tick(Duration.ofMinutes(10));

        walk.does("curator", "Restore", "reason", "не спам");
        assertThat(places(walk)).isNotEqualTo(places);
        walk.does("curator", "Undo").is("SCREENED_OUT");

        assertThat(places(walk)).isEqualTo(places);
    }

    @Test
    void draftTakenBack_leavesNothingOfItButTheTrail() {
        Walk walk = begin("draft").does("curator", "Route", "organ", "altai-krai.transport");
        walk.does("executor/transport", "StartWork")
                .does("executor/transport", "SubmitDraft", "kind", "final", "text", "Заделаем.");

        walk.does("executor/transport", "Undo").is("IN_WORK").shows("/draft/text", "");

        walk.does("executor/transport", "SubmitDraft", "kind", "final", "text", "Заделаем завтра.");
        walk.shows("/draft/round", "1").shows("/draft/text", "Заделаем завтра.");
        walk.does("curator", "RequestRework", "reasons", List.of("substance"), "comment", "Когда?")
                .is("REWORK")
                .does("curator", "Undo")
                .is("ON_APPROVAL");
    }

    @Test
    void afterSomebodyElseActed_nobodyTakesAnythingBack() {
        Walk walk = begin("else").does("curator", "Route", "organ", "altai-krai.transport");
        walk.does("executor/transport", "StartWork");

        walk.mayNotAfter("WorkStarted", "curator", "not-yours", "", "Undo")
                .mayNot("executor/housing", "not-yours", "", "Undo");
    }

    @Test
    void afterThirtySeconds_itIsTooLate() {
        Walk walk = begin("late").does("curator", "Route", "organ", "altai-krai.transport");
        TIME.tick(Duration.ofMillis(30_001));

        assertThat(walk.offers("curator")).doesNotContain("Undo");
        walk.mayNot("curator", "undo-too-late", "", "Undo");
    }

    @Test
    void whatHasLeftTheHouse_staysAndWhatTheSystemDidToo() {
        Walk walk = begin("left").does("curator", "Route", "organ", "altai-krai.transport");
        walk.does("executor/transport", "SubmitDraft", "kind", "final", "text", "Заделаем.")
                .does("curator", "Approve");

        assertThat(walk.offers("curator")).doesNotContain("Undo");
        walk.mayNot("curator", "irrevocable", "", "Undo");
        walk.cannotBePosted().mayNot("curator", "not-yours", "", "Undo");
        begin("system").mayNot("curator", "nothing-to-undo", "", "Undo");
    }

    @Test
    void undoOfAnOldScreen_isToldWhatChanged_andARepeatIsDoneOnce() {
        Walk walk = begin("old").does("curator", "Route", "organ", "altai-krai.transport");

        undo(walk, "\"1\"", null).expectStatus().isEqualTo(412);
        undo(walk, "\"2\"", "key-1").expectStatus().isOk();
        undo(walk, "\"2\"", "key-1").expectStatus().isOk();

        assertThat(walk.card().at("/version").asLong()).isEqualTo(3);
    }

    @Test
    void deadlineThatWasMet_isOpenAgainOnTheCardAndInTheQueue() {
        Walk walk = begin("deadline");
        UUID deadline = UUID.randomUUID();
        tell(walk, deadline, new DeadlineFact.DeadlineSet("Срок"));
        tell(walk, deadline, new DeadlineFact.DeadlineMet(false));
        await().untilAsserted(() -> walk.shows("/deadlines/0/status", "MET"));

        tell(walk, deadline, new DeadlineFact.DeadlineReopened(true, false));

        await().untilAsserted(() -> walk.shows("/deadlines/0/status", "WARNED"));
        walk.shows("/deadline/stage", "route");
    }

    private static Walk begin(String postId) {
        return Walk.begin(service, "altai-krai", "undo-" + postId, TIME.instant());
    }

    private static String learned(Walk walk) {
        return rows(
                        "select coalesce(organ, 'null') || ' ' || cast(refused as text) from learned_case where incident_id = :id",
                        walk)
                .getFirst();
    }

    private static List<String> places(Walk walk) {
        return rows("select place || ' ' || sort_at from queue_place where incident_id = :id order by place", walk);
    }

    private static List<String> rows(String sql, Walk walk) {
        return Objects.requireNonNull(service.database()
                .sql(sql)
                .bind("id", walk.id())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block(Duration.ofSeconds(10)));
    }

    private static List<String> found(String words) {
        return Objects.requireNonNull(service.get(service.curator, "/api/routing/v1/incidents?q={words}", words)
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static JsonNode offer(Walk walk, String seat) {
        JsonNode offers =
                Objects.requireNonNull(service.get(walk.who(seat), "/api/routing/v1/incidents/{id}/commands", walk.id())
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody());
        return offers.at("/items")
                .valueStream()
                .filter(offer -> offer.at("/type").asString().equals("Undo"))
                .findFirst()
                .orElseThrow();
    }

    private static WebTestClient.ResponseSpec undo(Walk walk, String ifMatch, @Nullable String key) {
        var request = service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/commands", walk.id())
                .header("Authorization", walk.who("curator"))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .bodyValue("{\"type\":\"Undo\"}")
                .exchange();
    }

    private static void tell(Walk walk, UUID deadline, DeadlineFact fact) {
        Instant now = TIME.instant().truncatedTo(ChronoUnit.MICROS);
        service.tell(new DeadlineEvent(
                walk.id(),
                "altai-krai",
                deadline,
                "route",
                "Направить",
                "AK-6",
                null,
                now,
                now.plusSeconds(1800),
                now,
                1,
                fact));
    }
}
