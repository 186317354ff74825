package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.Screening;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Khabarovsk Krai through the API: no second approval after rework, several organs at once, the curator's consolidated reply. */
class KhabarovskIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TEXT = "Добрый день! Починим до 15 декабря, телефон 8-4212-00-00-00.";

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh("khabarovsk");
        database.migrate("routing-service", "latest");
        for (String jurisdiction : List.of("khabarovsk-krai", "altai-krai")) {
            database.execute("""
                    insert into organ_executors values ('%1$s', '%1$s.transport', '[{"id": "former", "name": "Пётр Прежний"}]',
                    '2026-01-12T00:00:00Z')""".formatted(jurisdiction));
        }
        service = new RoutingUnderTest(database);
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    private static Walk begin(String post) {
        return Walk.begin(service, "khabarovsk-krai", post);
    }

    private static Walk routed(String post, String organ) {
        Walk walk = begin(post);
        return walk.does("curator", "Route", "organ", walk.organ(organ));
    }

    /** The database knows who was executor before this start. */
    @Test
    @Clause("KH-5")
    void executorWhoIsAnother_isToldToTheCuratorsOnce_andCanBeReadInTheJurisdiction() {
        await().atMost(LONG).until(() -> told("khabarovsk-krai").size() == 1);
        JsonNode told = Json.mapper().readTree(told("khabarovsk-krai").getFirst());
        assertThat(told.at("/left/0/name").asString()).isEqualTo("Пётр Прежний");
        assertThat(told.at("/came/0/name").asString()).isEqualTo("Яна Полевая");
        assertThat(told.at("/owedBy/0").asString()).isEqualTo("Захар Дорохов");
        assertThat(told.at("/clause").asString()).isEqualTo("KH-5");

        JsonNode items = changes("executor@khabarovsk-krai/khabarovsk-krai.housing", "khabarovsk-krai", 200);
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.at("/0/organ/id").asString()).isEqualTo("khabarovsk-krai.transport");
        assertThat(items.at("/0/left/0/name").asString()).isEqualTo("Пётр Прежний");
        assertThat(items.at("/0/notice/clause").asString()).isEqualTo("KH-5");
        assertThat(items.at("/0/notice/toldAt").asString())
                .isEqualTo(told.at("/at").asString());
        assertThat(items.at("/0/notice/dueAt").asString())
                .isEqualTo(told.at("/dueAt").asString());
        assertThat(items.at("/0/notice/inTime").asBoolean()).isTrue();
        assertThat(items.at("/0/notice/owedBy/0").asString()).isEqualTo("Захар Дорохов");

        JsonNode silent = changes("curator@altai-krai", "altai-krai", 200);
        assertThat(silent.at("/0/came/0/name").asString()).isEqualTo("Игорь Савин");
        assertThat(silent.at("/0").has("notice")).isFalse();
        assertThat(told("altai-krai")).isEmpty();
        changes("curator@altai-krai", "khabarovsk-krai", 403);
        changes("curator@altai-krai", "nowhere", 400);
    }

    private static List<@Nullable String> told(String jurisdiction) {
        return service.lies(Topics.ORGANS_EXECUTORS, jurisdiction + ".transport");
    }

    private static JsonNode changes(String grant, String jurisdiction, int status) {
        byte[] answer = service.get(
                        TestIssuer.bearer("reader", grant),
                        "/api/routing/v1/executor-changes?jurisdiction={id}",
                        jurisdiction)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Json.mapper().readTree(Objects.requireNonNull(answer)).at("/items");
    }

    @Test
    @Clause({"KH-6", "KH-10", "KH-12", "KH-13"})
    void draft_isApprovedByTheCuratorAndPublished() {
        routed("road", "transport")
                .isInTheQueueOf("executor/transport")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause("KH-8")
    void organThatIsNotCompetent_returnsAndTheCuratorSendsItElsewhere() {
        Walk walk = routed("return", "transport");
        walk.mayNot("executor/transport", "reason-required", "KH-8", "Return", "reason", "")
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .isInTheQueueOf("executor/housing");
    }

    @Test
    @Clause("KH-12")
    void amendedDraft_goesOutWithoutASecondApproval() {
        routed("amended", "transport")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "RequestRework", "reasons", List.of("contacts"))
                .is("REWORK")
                .does("executor/transport", "SubmitDraft", "text", TEXT + " Приём по средам.")
                .is("APPROVED")
                .isPublished("DONE");
    }

    @Test
    @Clause("KH-11")
    void interimReply_leavesTheFinalOneDue() {
        routed("interim", "transport")
                .does("executor/transport", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("AWAITING_FINAL")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause("KH-13")
    void organWithoutAnAccount_isPublishedFromTheCuratorsAccount_orByTheCurator() {
        routed("no-account-posted", "health")
                .shows("/marks/account", "false")
                .does("executor/health", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
        routed("no-account", "health")
                .shows("/marks/account", "false")
                .does("executor/health", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .cannotBePosted()
                .does("curator", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .is("DONE");
    }

    @Test
    @Clause({"KH-7", "KH-13"})
    void severalOrgans_workAtOnceAndTheCuratorWritesTheReply() {
        Walk walk = begin("several");
        walk.does("curator", "EngageOrgans", "organs", List.of(walk.organ("transport"), walk.organ("housing")))
                .isInTheQueueOf("executor/transport")
                .isInTheQueueOf("executor/housing")
                .does("executor/transport", "Contribute", "text", "Часть дорог")
                .is("IN_WORK")
                .does("curator", "AcceptContribution", "organ", walk.organ("transport"))
                .mayNot("curator", "parts-missing", "KH-10", "SubmitDraft", "text", TEXT)
                .mayNotAfter("ContributionAccepted", "curator", "parts-missing", "KH-10", "SubmitDraft", "text", TEXT)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("curator", "ReworkContribution", "organ", walk.organ("housing"), "reasons", List.of("contacts"))
                .isInTheQueueOf("executor/housing");
        assertThat(walk.card("executor/housing")
                        .at("/several/parts/1/rework/reasons/0")
                        .asString(""))
                .isEqualTo("contacts");
        assertThat(walk.card("executor/transport")
                        .at("/several/parts/1/rework/reasons/0")
                        .asString(""))
                .isEmpty();
        JsonNode told = walk.entry("executor/housing", "ContributionReworkRequested");
        assertThat(told.at("/details/reasons/0").asString()).isEqualTo("contacts");
        JsonNode hidden = walk.entry("executor/transport", "ContributionReworkRequested");
        assertThat(hidden.at("/details/organ").asString()).isEqualTo(walk.organ("housing"));
        assertThat(hidden.at("/details").propertyNames()).doesNotContain("reasons", "comment", "dueAt");
        walk.does("executor/housing", "Contribute", "text", "Часть ЖКХ, телефон 00")
                .isInTheQueueOf("curator")
                .does("curator", "SubmitDraft", "text", TEXT)
                .is("APPROVED")
                .isPublished("DONE");
        assertThat(walk.facts()).filteredOn("ContributionAccepted"::equals).hasSize(2);
    }

    /** Two have given their parts, the third is no longer wanted: the hour of the common reply begins with that order. */
    @Test
    @Clause({"KH-7", "KH-13"})
    void orderWithoutTheOnlyPartThatIsMissing_leavesTheCuratorTheReplyToWrite() {
        Walk walk = begin("third-dropped");
        List<String> two = List.of(walk.organ("transport"), walk.organ("housing"));
        walk.does(
                "curator",
                "EngageOrgans",
                "organs",
                List.of(walk.organ("transport"), walk.organ("housing"), walk.organ("ecology")));
        for (String name : List.of("transport", "housing")) {
            walk.does("executor/" + name, "Contribute", "text", "Часть")
                    .does("curator", "AcceptContribution", "organ", walk.organ(name));
        }
        walk.isNotInTheQueueOf("curator")
                .does("curator", "EngageOrgans", "organs", two)
                .isNotInTheQueueOf("executor/ecology")
                .isInTheQueueOf("curator");
        List<JsonNode> orders = walk.entries("curator", "OrgansEngaged");
        assertThat(orders.getFirst().at("/details").propertyNames()).doesNotContain("complete");
        assertThat(orders.getLast().at("/details/complete").asBoolean()).isTrue();
        walk.does("curator", "SubmitDraft", "text", TEXT).is("APPROVED").isPublished("DONE");
    }

    @Test
    @Clause({"KH-7", "KH-14"})
    void termOfOneOfSeveralOrgans_namesTheOrganThatMissedIt() {
        Walk walk = begin("several-late");
        walk.does("curator", "EngageOrgans", "organs", List.of(walk.organ("transport"), walk.organ("housing")))
                .does("executor/transport", "Contribute", "text", "Часть дорог")
                .misses("draft", walk.organ("housing"))
                .misses("approve", walk.organ("transport"));

        List<JsonNode> missed = walk.entries("executor/transport", "DeadlineBreached");
        assertThat(missed)
                .extracting(item -> item.at("/details/organ").asString())
                .containsExactly(walk.organ("housing"), walk.organ("transport"));
        assertThat(missed)
                .extracting(item -> item.at("/details/owner").asString())
                .containsExactly("executor", "curator");
        String housing = missed.getFirst().at("/details/organName").asString();
        assertThat(missed.getFirst().at("/title").asString()).endsWith(", " + housing + ")");
        assertThat(missed.getLast().at("/title").asString()).endsWith("(отвечает: Куратор)");
        assertThat(walk.card().at("/deadlines").valueStream())
                .extracting(term ->
                        term.at("/stage").asString() + " " + term.at("/owner").asString() + " "
                                + term.at("/organ/id").asString())
                .containsExactlyInAnyOrder(
                        "draft executor " + walk.organ("housing"), "approve curator " + walk.organ("transport"));
        assertThat(walk.card().at("/deadlines").valueStream())
                .anyMatch(term -> term.at("/organ/name").asString().equals(housing));
    }

    @Test
    @Clause({"KH-7", "KH-8"})
    void organThatGaveItsPartBack_isAskedOnceMoreWhenItIsNamedAgain() {
        Walk walk = begin("asked-anew");
        List<String> organs = List.of(walk.organ("transport"), walk.organ("housing"));
        walk.does("curator", "EngageOrgans", "organs", organs)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .isNotInTheQueueOf("executor/transport")
                .does("curator", "EngageOrgans", "organs", organs)
                .isInTheQueueOf("executor/transport")
                .shows("/several/parts/1/status", "submitted");
        assertThat(walk.facts()).endsWith("ContributionReturned", "OrgansEngaged", "ContributionRequested");
        walk.does("executor/transport", "Contribute", "text", "Дорога у двора — наша")
                .does("curator", "AcceptContribution", "organ", walk.organ("transport"))
                .does("curator", "AcceptContribution", "organ", walk.organ("housing"))
                .does("curator", "SubmitDraft", "text", TEXT)
                .is("APPROVED");
    }

    @Test
    @Clause("KH-8")
    void partThatWasGivenBack_isTheCuratorsToSendElsewhere() {
        Walk walk = begin("part-back");
        walk.does("curator", "EngageOrgans", "organs", List.of(walk.organ("transport"), walk.organ("housing")))
                .isNotInTheQueueOf("curator")
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .isInTheQueueOf("curator")
                .isInTheQueueOf("executor/housing")
                .does("curator", "EngageOrgans", "organs", List.of(walk.organ("ecology"), walk.organ("housing")))
                .isNotInTheQueueOf("curator")
                .isInTheQueueOf("executor/ecology");
    }

    @Test
    @Clause("KH-7")
    void everyOrganReturned_theIncidentIsTheCuratorsAgain() {
        Walk walk = begin("all-returned");
        walk.does("curator", "EngageOrgans", "organs", List.of(walk.organ("transport"), walk.organ("housing")))
                .does("executor/transport", "Return", "reason", "Не наше")
                .is("ROUTED")
                .does("executor/housing", "Return", "reason", "И не наше")
                .is("RETURNED")
                .isInTheQueueOf("curator");
    }

    @Test
    @Clause("KH-3")
    void postWithoutAQuestion_isRecordedAsNeedingNoReaction() {
        begin("nothing")
                .mayNot("curator", "reason-required", "KH-3", "DecideNoReaction", "reason", "")
                .does("curator", "DecideNoReaction", "reason", "Нет ни вопроса, ни проблемы")
                .is("NO_REACTION");
    }

    /** What the system is sure of it sends on at once; that nobody has to answer it is seen by whoever reads it. */
    @Test
    @Clause("KH-3")
    void thanksThatTheSystemSentOn_needNoReactionEither() {
        Walk sent = Walk.begin(service, "khabarovsk-krai", "thanks", "Дороги", 0.95)
                .is("ROUTED")
                .isInTheQueueOf("executor/transport")
                .mayNot("executor/transport", "not-yours", "KH-3", "DecideNoReaction", "reason", "Благодарность")
                .does("curator", "DecideNoReaction", "reason", "Благодарность")
                .is("NO_REACTION")
                .isNotInTheQueueOf("executor/transport");
        assertThat(sent.hands())
                .containsSubsequence("IncidentRouted system system", "NoReactionDecided curator curator");
        Walk.begin(service, "khabarovsk-krai", "thanks-begun", "Дороги", 0.95)
                .does("executor/transport", "StartWork")
                .does("curator", "DecideNoReaction", "reason", "Благодарность")
                .is("NO_REACTION")
                .does("curator", "Restore", "reason", "В конце письма есть вопрос")
                .is("NEW")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", sent.organ("transport"))
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .mayNot("curator", "wrong-state", "KH-3", "DecideNoReaction", "reason", "Поздно");
    }

    @Test
    @Clause("KH-2")
    void whatShouldBeAnAppeal_isMarkedAndGoesOnAsAMessage() {
        begin("appeal")
                .does("curator", "MarkAppeal", "reason", "Нужны личные документы")
                .shows("/marks/appeal", "Нужны личные документы")
                .is("NEW");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screening.class,
            names = {"OBSCENE", "INSULT", "THREAT"})
    @Clause("KH-4")
    void whatTheClassifierScreensOut_waitsApartUntilTheCuratorBringsItBack(Screening screening) {
        Walk walk = Walk.begin(service, "khabarovsk-krai", "screened-" + screening.wire(), screening)
                .isScreenedApart()
                .mayNot("curator", "wrong-state", "KH-4", "ScreenOut", "ground", "abuse")
                .mayNot("curator", "reason-required", "KH-4", "Restore", "reason", " ")
                .does("curator", "Restore", "reason", "Прочитано неверно")
                .is("NEW")
                .isNotScreened()
                .isInTheQueueOf("curator");
        assertThat(walk.hands())
                .containsExactly(
                        "IncidentRegistered system system",
                        "IncidentScreenedOut system system",
                        "IncidentRestored curator curator");
        assertThat(walk.entry("IncidentScreenedOut").at("/clause").asString()).isEqualTo("KH-4");
    }

    @Test
    @Clause("KH-6")
    void curator_setsTopicPlaceAndImportance() {
        Walk walk = begin("corrected")
                .does(
                        "curator",
                        "CorrectClassification",
                        "topicGroup",
                        "Дороги",
                        "topic",
                        "Ямы",
                        "location",
                        "посёлок Заречный",
                        "importance",
                        "elevated")
                .shows("/topicGroup", "Дороги")
                .shows("/topic", "Ямы")
                .shows("/location", "посёлок Заречный")
                .shows("/importance", "elevated")
                .is("NEW");
        assertThat(walk.hands()).endsWith("ClassificationCorrected curator curator");
        JsonNode corrected = walk.entry("ClassificationCorrected");
        assertThat(corrected.at("/clause").asString()).isEqualTo("KH-6");
        assertThat(corrected.at("/details/location").asString()).isEqualTo("посёлок Заречный");
    }

    @Test
    @Clause("KH-4")
    void screenedPost_isKeptApartAndTheTrailNamesTheCurator() {
        Walk walk = begin("screened")
                .does("curator", "ScreenOut", "ground", "abuse")
                .isScreenedApart();
        assertThat(walk.hands())
                .containsExactly("IncidentRegistered system system", "IncidentScreenedOut curator curator");
    }

    @Test
    @Clause("KH-14")
    void trail_namesTheExecutorForTheTextThePublicationAndTheTerm() {
        Walk walk = routed("trail", "transport")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .cannotBePosted()
                .does("executor/transport", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .misses("place");
        assertThat(walk.hands())
                .containsSubsequence(
                        "IncidentRouted curator curator",
                        "DraftSubmitted executor.transport executor",
                        "ReplyApproved curator curator",
                        "ReplyPublished executor.transport executor");
        assertThat(walk.entry("DraftSubmitted").at("/by/organ").asString()).isEqualTo(walk.organ("transport"));
        assertThat(walk.entry("DeadlineBreached").at("/details/owner").asString())
                .isEqualTo("executor");
    }

    @Test
    @Clause("KH-14")
    void trail_namesTheCurator_whereTheCuratorPublishes() {
        Walk walk = routed("trail-curator", "health")
                .does("executor/health", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .cannotBePosted()
                .does("curator", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .misses("place-by-curator");
        assertThat(walk.hands())
                .containsSubsequence(
                        "DraftSubmitted executor.health executor",
                        "ReplyApproved curator curator",
                        "ReplyPublished curator curator");
        assertThat(walk.entry("ReplyPublished").at("/by/organ").asString("")).isEmpty();
        assertThat(walk.entry("DeadlineBreached").at("/details/owner").asString())
                .isEqualTo("curator");
    }
}
