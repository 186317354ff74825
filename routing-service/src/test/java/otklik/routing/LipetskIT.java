package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.Importance;
import otklik.contracts.Topics;
import otklik.contracts.incident.Screening;
import otklik.contracts.sla.DeadlineFact;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Lipetsk Oblast through the API: agreement inside the organ, the curator checks and publishes, one organ after another. */
class LipetskIT {

    private static final String TEXT = "Здравствуйте! Фонарь починят до 15 декабря.";
    private static final List<String> ALL = List.of("greeting", "grammar", "questions");

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("lipetsk"));
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    private static Walk begin(String post) {
        return Walk.begin(service, "lipetsk-oblast", post);
    }

    private static Walk routed(String post) {
        Walk walk = begin(post);
        return walk.does("curator", "Route", "organ", walk.organ("roads"));
    }

    @Test
    @Clause({"LP-4", "LP-6", "LP-9", "LP-10"})
    void draft_isAgreedInsideCheckedAndPublishedByTheCurator() {
        routed("road")
                .does("executor/roads", "StartWork")
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .is("ON_AGREEMENT")
                .isInTheQueueOf("responsible/roads")
                .isNotInTheQueueOf("curator")
                .mayNot("executor/roads", "not-yours", "LP-9", "Agree")
                .does("responsible/roads", "Agree")
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .mayNot("curator", "checklist-incomplete", "LP-10", "Approve", "checked", List.of("greeting"))
                .does("curator", "Approve", "checked", ALL)
                .isPublished("DONE");
    }

    @Test
    @Clause("LP-9")
    void draftNotAgreedInside_goesBackToTheExecutor() {
        routed("declined")
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .mayNot("responsible/roads", "reason-required", "LP-9", "Decline", "comment", " ")
                .does("responsible/roads", "Decline", "comment", "Назовите срок")
                .is("IN_WORK")
                .shows("/rework/comment", "Назовите срок")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .is("ON_APPROVAL");
    }

    @Test
    @Clause("LP-7")
    void organThatIsNotCompetent_returnsWithGrounds() {
        Walk walk = routed("return");
        walk.mayNot("executor/roads", "reason-required", "LP-7", "Return", "reason", "")
                .does("executor/roads", "Return", "reason", "Дорога федеральная")
                .is("RETURNED")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .is("ROUTED");
    }

    @Test
    @Clause("LP-11")
    void replyThatCannotStandThere_isPublishedOnTheOrgansOwnPageByItsPeople_andRecorded() {
        routed("manual")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve", "checked", ALL)
                .cannotBePosted()
                .isInTheQueueOf("curator")
                .isInTheQueueOf("executor/roads")
                .does("executor/roads", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .is("DONE");
    }

    @Test
    @Clause("LP-12")
    void interimReply_leavesTheFinalOneDue() {
        routed("interim")
                .does("responsible/roads", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("curator", "Approve", "checked", ALL)
                .isPublished("AWAITING_FINAL")
                .isInTheQueueOf("executor/roads")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .is("ON_APPROVAL");
    }

    /** It may turn out late, with an interim reply out or the final one written. */
    @Test
    @Clause({"LP-21", "LP-22"})
    void whatIsFoundSignificantWhileTheAnswerIsOnItsWay_isPassedUp() {
        Object[] significant = {"topicGroup", "Дороги", "topic", "Мост", "location", "Липецк", "importance", "elevated"
        };
        routed("late-significant")
                .does("responsible/roads", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("curator", "Approve", "checked", ALL)
                .isPublished("AWAITING_FINAL")
                .mayNot("leadership", "not-significant", "LP-22", "PassUp", "note", "Устно")
                .does("curator", "CorrectClassification", significant)
                .is("AWAITING_FINAL")
                .isInTheQueueOf("leadership")
                .does("leadership", "PassUp", "note", "Устно");
        routed("later-significant")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .does("curator", "CorrectClassification", significant)
                .is("ON_APPROVAL")
                .isInTheQueueOf("leadership");
    }

    /** Neither the question nor its answer, nor whoever has the incident next, makes a second interim reply possible. */
    @Test
    @Clause({"LP-9", "LP-12"})
    void questionAfterAnInterimReply_leavesTheFinalOneDue() {
        Object[] question = {"kind", "clarification", "text", "Здравствуйте! Какой это дом?"};
        Object[] interim = {"kind", "interim", "text", TEXT};
        Walk walk = routed("asked-late")
                .does("responsible/roads", "SubmitDraft", interim)
                .does("curator", "Approve", "checked", ALL)
                .isPublished("AWAITING_FINAL")
                .does("executor/roads", "SubmitDraft", question)
                .does("responsible/roads", "Decline", "comment", "Короче")
                .mayNot("executor/roads", "wrong-state", "LP-9", "SubmitDraft", interim)
                .does("responsible/roads", "SubmitDraft", question)
                .does("curator", "RequestRework", "reasons", List.of("greeting"))
                .mayNot("responsible/roads", "wrong-state", "LP-9", "SubmitDraft", interim)
                .does("responsible/roads", "SubmitDraft", question)
                .does("curator", "Approve", "checked", List.of("greeting", "grammar"))
                .isPublished("AWAITING_AUTHOR")
                .isNotInTheQueueOf("executor/roads")
                .mayNot("executor/roads", "wrong-state", "LP-9", "SubmitDraft", interim)
                .does("executor/roads", "RecordAuthorAnswer", "text", "Дом 5")
                .is("IN_WORK")
                .isInTheQueueOf("executor/roads");
        assertThat(walk.offer("executor/roads", "SubmitDraft").at("/kinds").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("final", "clarification");

        walk.does("executor/roads", "Return", "reason", "Двор, не дорога")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .mayNot("responsible/housing", "wrong-state", "LP-9", "SubmitDraft", interim)
                .does("responsible/housing", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve", "checked", ALL)
                .isPublished("DONE");
    }

    @Test
    @Clause("LP-13")
    void severalOrgans_workOneAfterAnotherAndSeeWhatWasGiven() {
        Walk walk = begin("several");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("health"), walk.organ("ecology"), walk.organ("roads")))
                .isInTheQueueOf("executor/health")
                .isNotInTheQueueOf("executor/ecology")
                .mayNot("executor/ecology", "not-yours", "LP-13", "Contribute", "text", "Рано")
                .does("executor/health", "Contribute", "text", "Набросок здоровья")
                .does("responsible/health", "DeclineContribution", "comment", "Назовите срок");
        hears(walk, "executor/health", "Назовите срок");
        hears(walk, "observer", "Назовите срок");
        hears(walk, "executor/ecology", "");
        hears(walk, "executor/roads", "");
        walk.does("responsible/health", "Undo");
        assertThat(walk.entry("executor/ecology", "StepUndone").at("/title").asString())
                .isEqualTo("Шаг отменён: Часть ответа внутри органа не согласована");
        walk.does("responsible/health", "DeclineContribution", "comment", "Назовите срок");

        walk.does("executor/health", "Contribute", "text", "Часть здоровья").isInTheQueueOf("responsible/health");
        sees(walk, "executor/ecology", "", "ContributionProposed", "");
        sees(walk, "responsible/health", "Часть здоровья", "ContributionProposed", "Набросок здоровья");
        sees(walk, "observer", "Часть здоровья", "ContributionProposed", "Набросок здоровья");

        walk.does("responsible/health", "AgreeContribution").isInTheQueueOf("executor/ecology");
        sees(walk, "executor/ecology", "Часть здоровья", "ContributionProposed", "");
        sees(walk, "executor/ecology", "Часть здоровья", "ContributionSubmitted", "Часть здоровья");
        walk.pack("executor/ecology").expectStatus().isForbidden();
        walk.pack("observer").expectStatus().isForbidden();
        walk.pack("curator").expectStatus().isOk().expectBody();

        walk.does("responsible/ecology", "Contribute", "text", "Часть природы")
                .is("ROUTED")
                .shows("/organ/id", walk.organ("roads"))
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve", "checked", ALL)
                .isPublished("DONE");
    }

    /** Why the first organ's part came back: on the card, in the timeline and its title; nothing where it is hidden (LP-13: others read what was given). */
    private static void hears(Walk walk, String seat, String why) {
        assertThat(walk.card(seat).at("/several/parts/0/rework/comment").asString(""))
                .isEqualTo(why);
        JsonNode entry = walk.entry(seat, "ContributionDeclined");
        assertThat(entry.at("/details/comment").asString("")).isEqualTo(why);
        assertThat(entry.at("/title").asString())
                .isEqualTo("Часть ответа внутри органа не согласована" + (why.isEmpty() ? "" : ": " + why));
    }

    /** What the first organ wrote: on the card, and in the first such fact of the timeline; nothing where it is hidden. */
    private static void sees(Walk walk, String seat, String onCard, String fact, String inTimeline) {
        assertThat(walk.card(seat).at("/several/parts/0/text").asString("")).isEqualTo(onCard);
        assertThat(walk.entry(seat, fact).at("/details/text").asString("")).isEqualTo(inTimeline);
    }

    @Test
    @Clause("LP-13")
    void curator_changesTheOrderAndAnOrganReturnsInTheMiddle() {
        Walk walk = begin("order");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("health"), walk.organ("ecology"), walk.organ("roads")))
                .does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("ecology"), walk.organ("health"), walk.organ("roads")))
                .isInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/health")
                .does("responsible/ecology", "Contribute", "text", "Часть природы")
                .isInTheQueueOf("executor/health")
                .does("executor/health", "Return", "reason", "Не наш вопрос")
                .shows("/organ/id", walk.organ("roads"));
        assertThat(walk.facts()).contains("ContributionWithdrawn", "ContributionReturned");
    }

    @Test
    @Clause("LP-6")
    void curator_shortensTheExecutorsTerm_beforeAndWhileAnOrganHasIt() {
        String soon = inMinutes(20);
        Walk walk = begin("sooner")
                .mayNot("executor/roads", "not-yours", "LP-6", "ShortenTerm", "dueAt", soon, "reason", "x")
                .mayNot("leadership", "not-yours", "LP-6", "ShortenTerm", "dueAt", soon, "reason", "x")
                .mayNot("curator", "reason-required", "LP-6", "ShortenTerm", "dueAt", soon, "reason", " ")
                .mayNot("curator", "text-unsafe", "LP-6", "ShortenTerm", "dueAt", soon, "reason", "<script>x</script>")
                .mayNot("curator", "text-too-long", "LP-6", "ShortenTerm", "dueAt", soon, "reason", "а".repeat(2001))
                .mayNot("curator", "term-required", "LP-6", "ShortenTerm", "reason", "Завтра праздник")
                .mayNot("curator", "term-required", "LP-6", "ShortenTerm", "dueAt", inMinutes(-1), "reason", "x")
                .mayNot(
                        "curator",
                        "not-shorter",
                        "LP-6",
                        "ShortenTerm",
                        "dueAt",
                        inMinutes(60 * 24 * 20),
                        "reason",
                        "x")
                .is("NEW")
                .shows("/marks/shortened/dueAt", "")
                .does("curator", "ShortenTerm", "dueAt", soon, "reason", "Завтра праздник")
                .mayNot("curator", "nothing-changed", "LP-6", "ShortenTerm", "dueAt", soon, "reason", "x")
                .shows("/marks/shortened/reason", "Завтра праздник");
        assertThat(shortenedTo(walk)).isEqualTo(Instant.parse(soon));
        Walk.refused(
                service.command(
                        TestIssuer.bearer("curator.altai", "curator@altai-krai"),
                        walk.id(),
                        "{\"type\":\"ShortenTerm\",\"dueAt\":\"%s\",\"reason\":\"x\"}".formatted(inMinutes(5))),
                "not-yours",
                "LP-6");

        walk.does("curator", "Route", "organ", walk.organ("roads")).does("executor/roads", "StartWork");
        assertThat(shortenedTo(walk)).isEqualTo(Instant.parse(soon));
        walk.mayNot("executor/roads", "not-yours", "LP-6", "ShortenTerm", "dueAt", inMinutes(5), "reason", "x")
                .does("curator", "ShortenTerm", "dueAt", inMinutes(5), "reason", "Авария")
                .does("curator", "Undo")
                .shows("/marks/shortened/reason", "Завтра праздник")
                .is("IN_WORK");

        JsonNode entry = walk.entry("TermShortened");
        assertThat(entry.at("/title").asString()).isEqualTo("Срок исполнителю сокращён: Завтра праздник");
        assertThat(entry.at("/clause").asString()).isEqualTo("LP-6");
        assertThat(entry.at("/by/role").asString()).isEqualTo("curator");
        await().untilAsserted(() -> assertThat(
                        service.lies(Topics.INCIDENTS_LIFECYCLE, walk.id().toString()))
                .anyMatch(told -> told != null && told.contains("incident.term-shortened")));
        walk.does("responsible/roads", "SubmitDraft", "text", TEXT)
                .mayNot("curator", "wrong-state", "LP-6", "ShortenTerm", "dueAt", inMinutes(7), "reason", "x");
    }

    /** The regulation's own end is told from the term that runs, once the sla-timer has told of it; what was met runs no more. */
    @Test
    @Clause("LP-6")
    void shortenedTerm_isEarlierThanThatOfTheTermThatRuns() {
        Walk walk = routed("running");
        Instant longAgo = Instant.now().minus(Duration.ofDays(20));
        UUID term = UUID.randomUUID();
        walk.hears("draft", term, longAgo, new DeadlineFact.DeadlineSet("4 рабочих часа"))
                .mayNot("curator", "not-shorter", "LP-6", "ShortenTerm", "dueAt", inMinutes(20), "reason", "x")
                .hears("draft", term, longAgo, new DeadlineFact.DeadlineMet(true))
                .mayNot("curator", "nothing-to-shorten", "LP-6", "ShortenTerm", "dueAt", inMinutes(20), "reason", "x")
                .hears("draft", UUID.randomUUID(), Instant.now(), new DeadlineFact.DeadlineSet("4 рабочих часа"))
                .does("curator", "ShortenTerm", "dueAt", inMinutes(20), "reason", "Завтра праздник");
    }

    private static String inMinutes(int minutes) {
        return Instant.now()
                .plus(Duration.ofMinutes(minutes))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static Instant shortenedTo(Walk walk) {
        return Instant.parse(walk.card().at("/marks/shortened/dueAt").asString());
    }

    @Test
    @Clause({"LP-14", "LP-15"})
    void replyToARepeat_hasToSayHowItGoes() {
        Walk first = begin("first");
        Walk repeat =
                Walk.begin(service, "lipetsk-oblast", "again", Instant.now().plusSeconds(1));
        repeat.mayNot("curator", "unknown-incident", "LP-14", "LinkRepeat", "earlier", repeat.id())
                .does("curator", "LinkRepeat", "earlier", first.id())
                .shows("/marks/repeatOf/id", first.id().toString())
                .does("curator", "Route", "organ", repeat.organ("roads"))
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .mayNot("curator", "checklist-incomplete", "LP-14", "Approve", "checked", ALL)
                .does("curator", "Approve", "checked", List.of("greeting", "grammar", "questions", "progress"));
    }

    @Test
    @Clause("LP-22")
    void whatIsSignificant_isAcknowledgedAndPassedOnToTheGovernor() {
        Walk walk = routed("significant");
        walk.isNotInTheQueueOf("leadership")
                .mayNot("leadership", "not-significant", "LP-22", "Acknowledge")
                .isFound(Importance.ELEVATED)
                .isInTheQueueOf("leadership")
                .shows("/passUp/to", "Губернатор")
                .shows("/marks/report/acknowledgedAt", "")
                .mayNot("curator", "not-yours", "LP-22", "Acknowledge")
                .does("leadership", "Acknowledge")
                .mayNot("leadership", "reported-already", "LP-22", "Acknowledge")
                .isInTheQueueOf("leadership")
                .mayNot("curator", "not-yours", "LP-22", "PassUp", "note", "устно")
                .mayNot("leadership", "text-required", "LP-22", "PassUp", "note", " ")
                .mayNot("leadership", "text-too-long", "LP-22", "PassUp", "note", "а".repeat(2001))
                .mayNot("leadership", "text-unsafe", "LP-22", "PassUp", "note", "<script>x</script>")
                .does("leadership", "PassUp", "note", "служебной запиской № 17")
                .mayNot("leadership", "reported-already", "LP-22", "PassUp", "note", "ещё раз")
                .isNotInTheQueueOf("leadership")
                .is("ROUTED")
                .shows("/marks/report/to", "Губернатор")
                .shows("/marks/report/note", "служебной запиской № 17");
        assertThat(walk.offers("leadership")).doesNotContain("Acknowledge", "PassUp");

        JsonNode passed = walk.entry("PassedUp");
        assertThat(passed.at("/title").asString()).isEqualTo("Передано: Губернатор (служебной запиской № 17)");
        assertThat(passed.at("/clause").asString()).isEqualTo("LP-22");
        assertThat(passed.at("/by/role").asString()).isEqualTo("leadership");
        assertThat(Instant.parse(passed.at("/at").asString()))
                .isAfter(Instant.parse(
                        walk.entry("SignificanceAcknowledged").at("/at").asString()))
                .isEqualTo(
                        Instant.parse(walk.card().at("/marks/report/passedUpAt").asString()));
        await().untilAsserted(() -> assertThat(
                        service.lies(Topics.INCIDENTS_LIFECYCLE, walk.id().toString()))
                .anyMatch(told -> told != null && told.contains("incident.significance-acknowledged"))
                .anyMatch(told -> told != null && told.contains("incident.passed-up")));
    }

    @Test
    @Clause("LP-22")
    void whatIsSignificantAgain_isPassedOnAgainAlsoAfterItsAnswer() {
        Walk walk = routed("significant-again")
                .isFound(Importance.ELEVATED)
                .does("leadership", "PassUp", "note", "устно")
                .isFound(Importance.ELEVATED)
                .isNotInTheQueueOf("leadership")
                .isFound(Importance.NORMAL)
                .isFound(Importance.ELEVATED)
                .isInTheQueueOf("leadership")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve", "checked", ALL)
                .isPublished("DONE")
                .isInTheQueueOf("leadership")
                .isNotInTheQueueOf("curator");
        assertThat(walk.offers("leadership")).containsExactly("Acknowledge", "PassUp");

        walk.does("leadership", "PassUp", "note", "запиской").is("DONE").isNotInTheQueueOf("leadership");
        assertThat(walk.facts())
                .filteredOn(fact -> fact.equals("SignificanceAcknowledged") || fact.equals("PassedUp"))
                .containsExactly("SignificanceAcknowledged", "PassedUp", "SignificanceAcknowledged", "PassedUp");
    }

    @Test
    @Clause("LP-22")
    void handOver_isTakenBackWithinHalfAMinuteAndNeverOfWhatIsScreenedOut() {
        Walk walk = begin("mistaken")
                .isFound(Importance.ELEVATED)
                .does("leadership", "PassUp", "note", "не то сообщение")
                .isNotInTheQueueOf("leadership")
                .does("leadership", "Undo")
                .shows("/marks/report/acknowledgedAt", "")
                .isInTheQueueOf("leadership")
                .does("curator", "ScreenOut", "ground", "threat")
                .isNotInTheQueueOf("leadership")
                .mayNot("leadership", "wrong-state", "LP-22", "PassUp", "note", "устно");
        assertThat(walk.offers("leadership")).doesNotContain("Acknowledge", "PassUp");
    }

    @Test
    @Clause({"LP-5", "LP-22"})
    void whoeverStandsInForTheFirstDeputy_passesOnInTheirPlace() {
        String deputy = TestIssuer.bearer("supervisor.lipetsk", "supervisor@lipetsk-oblast");
        String today = LocalDate.now(ZoneId.of("Europe/Moscow")).toString();
        Walk walk = begin("stood-in-for").isFound(Importance.ELEVATED);
        service.command(deputy, walk.id(), "{\"type\":\"Acknowledge\"}")
                .expectStatus()
                .isForbidden();
        service.http
                .post()
                .uri("/api/routing/v1/absences")
                .header("Authorization", TestIssuer.bearer("leader.lipetsk", "leadership@lipetsk-oblast"))
                .header("Content-Type", "application/json")
                .bodyValue("""
                        {"jurisdiction":"lipetsk-oblast","person":"leader.lipetsk","substitute":"supervisor.lipetsk",
                         "from":"%1$s","to":"%1$s","reason":"TRAVEL"}""".formatted(today))
                .exchange()
                .expectStatus()
                .isCreated();

        service.command(deputy, walk.id(), "{\"type\":\"PassUp\",\"note\":\"устно\"}")
                .expectStatus()
                .isOk();

        JsonNode by = walk.entry("PassedUp").at("/by");
        assertThat(by.at("/id").asString()).isEqualTo("supervisor.lipetsk");
        assertThat(by.at("/role").asString()).isEqualTo("leadership");
        assertThat(by.at("/actingFor").asString()).isEqualTo("leader.lipetsk");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screening.class,
            names = {"OBSCENE", "INSULT", "THREAT"})
    @Clause("LP-17")
    void whatTheClassifierScreensOut_waitsApartUntilTheCuratorBringsItBack(Screening screening) {
        Walk walk = Walk.begin(service, "lipetsk-oblast", "screened-" + screening.wire(), screening)
                .isScreenedApart()
                .mayNot("curator", "wrong-state", "LP-17", "ScreenOut", "ground", "threat")
                .mayNot("curator", "reason-required", "LP-17", "Restore", "reason", " ")
                .does("curator", "Restore", "reason", "Прочитано неверно")
                .is("NEW")
                .isNotScreened()
                .isInTheQueueOf("curator");
        assertThat(walk.hands())
                .containsExactly(
                        "IncidentRegistered system system",
                        "IncidentScreenedOut system system",
                        "IncidentRestored curator curator");
        assertThat(walk.entry("IncidentScreenedOut").at("/clause").asString()).isEqualTo("LP-17");
    }

    @Test
    @Clause("LP-6")
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
        assertThat(corrected.at("/clause").asString()).isEqualTo("LP-6");
        assertThat(corrected.at("/details/location").asString()).isEqualTo("посёлок Заречный");
    }

    @Test
    @Clause("LP-17")
    void curator_screensOutAndBringsBack() {
        Walk walk = begin("screened")
                .does("curator", "ScreenOut", "ground", "threat")
                .isScreenedApart()
                .does("curator", "Restore", "reason", "Прочитано неверно")
                .is("NEW")
                .isNotScreened();
        assertThat(walk.hands())
                .containsExactly(
                        "IncidentRegistered system system",
                        "IncidentScreenedOut curator curator",
                        "IncidentRestored curator curator");
    }

    @Test
    @Clause({"LP-8", "LP-18"})
    void trail_namesTheResponsibleExecutorForTheTextAndWhoseTheTermWas() {
        Walk walk = routed("trail")
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .does("responsible/roads", "Agree")
                .does("curator", "Approve", "checked", ALL)
                .cannotBePosted()
                .does("curator", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .misses("draft")
                .misses("place")
                .misses("publish");
        assertThat(walk.hands())
                .containsSubsequence(
                        "IncidentRouted curator curator",
                        "DraftProposed executor.roads executor",
                        "DraftSubmitted responsible.roads responsible",
                        "ReplyApproved curator curator",
                        "ReplyPublished curator curator");
        assertThat(walk.entry("DraftProposed").at("/by/organ").asString()).isEqualTo(walk.organ("roads"));
        assertThat(walk.entry("DraftSubmitted").at("/by/organ").asString()).isEqualTo(walk.organ("roads"));
        assertThat(walk.owners()).containsExactly("LP-9 executor", "LP-10 curator", "LP-8 curator");
    }
}
