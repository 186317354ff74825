package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.Topics;
import otklik.contracts.incident.Screening;
import otklik.testkit.Clause;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Vyatskie Polyany through the API: agreement by the head of the unit, hours in which drafts are taken, the curator's own edits. */
class VyatskieIT {

    private static final String TEXT = "Здравствуйте! Фонарь починят до 15 декабря.";

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-16T07:00:00Z");
    /** 12:30 in Kirov. */
    private static final Instant NOON_BREAK = Instant.parse("2026-11-16T09:30:00Z");

    private static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T13:00:00Z");
    private static final SettableTime TIME = new SettableTime(MONDAY_MORNING);

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("vyatskie"), TIME);
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    @BeforeEach
    void monday() {
        TIME.set(MONDAY_MORNING);
    }

    private static Walk begin(String post) {
        return Walk.begin(service, "vyatskie-polyany", post);
    }

    private static Walk routed(String post) {
        Walk walk = begin(post);
        return walk.does("curator", "Route", "organ", walk.organ("roads"));
    }

    private static Walk onApproval(String post) {
        return routed(post)
                .does("responsible/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .is("ON_APPROVAL");
    }

    @Test
    @Clause({"VP-3", "VP-5", "VP-9", "VP-13", "VP-16"})
    void draft_isAgreedByTheHeadApprovedAndPublished() {
        routed("road")
                .does("executor/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .is("ON_AGREEMENT")
                .isInTheQueueOf("responsible/roads")
                .mayNot("executor/roads", "not-yours", "VP-16", "Agree")
                .does("responsible/roads", "Agree")
                .is("ON_APPROVAL")
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause("VP-10")
    void urgentDraft_isTakenAtAnyHourAndMarked() {
        Walk walk = routed("urgent");
        Walk agreed = routed("urgent-agreed").does("executor/roads", "SubmitDraft", "text", TEXT, "urgent", true);
        for (Instant closed : List.of(NOON_BREAK, FRIDAY_EVENING, SUNDAY_NIGHT)) {
            TIME.set(closed);
            walk.mayNot("responsible/roads", "outside-submission-hours", "VP-10", "SubmitDraft", "text", TEXT);
        }
        walk.does("responsible/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .shows("/draft/urgent", "true");
        agreed.does("responsible/roads", "Agree").is("ON_APPROVAL").shows("/draft/urgent", "true");
    }

    @Test
    @Clause("VP-13")
    void draftByEmail_isWrittenDownByTheCurator_andItsTermRunsFromWhenTheLetterCame() {
        Instant came = MONDAY_MORNING.minus(Duration.ofMinutes(40));
        Walk walk = sentBefore("by-email");
        Object[] letter = {"from", "responsible.roads.vyatskie", "receivedAt", came, "text", TEXT};
        walk.mayNot("executor/roads", "not-yours", "VP-13", "RecordEmailedDraft", letter);
        TIME.set(NOON_BREAK);
        walk.does("curator", "RecordEmailedDraft", letter)
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .shows("/draft/by/id", "responsible.roads.vyatskie")
                .shows("/draft/submittedAt", came.toString());
        Walk inside = routed("not-by-email")
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .does("responsible/roads", "Agree", "urgent", true);

        JsonNode entry = walk.entry("DraftSubmitted");
        assertThat(entry.at("/clause").asString()).isEqualTo("VP-13");
        assertThat(entry.at("/by/id").asString()).isEqualTo("curator");
        assertThat(entry.at("/details/by/role").asString()).isEqualTo("responsible");
        assertThat(entry.at("/details/byEmail").asBoolean()).isTrue();
        assertThat(entry.at("/title").asString()).contains("пришёл по почте");
        await().untilAsserted(() -> {
            assertThat(service.lies(Topics.INCIDENTS_LIFECYCLE, walk.id().toString()))
                    .anyMatch(told -> told != null
                            && told.contains("\"byEmail\":true")
                            && told.contains("\"receivedAt\":\"" + came + "\""));
            assertThat(service.lies(Topics.INCIDENTS_LIFECYCLE, inside.id().toString()))
                    .anyMatch(told -> told != null && told.contains("incident.draft-submitted"))
                    .noneMatch(told -> told != null && (told.contains("byEmail") || told.contains("receivedAt")));
        });
        walk.does("curator", "Approve").isPublished("DONE");
    }

    @Test
    @Clause({"VP-12", "VP-13"})
    void draftOfThreeParagraphs_isNotTakenFromItsAuthorButWrittenDownFromALetterAndThenNotApproved() {
        Walk walk = sentBefore("paragraphs");
        String three = "Здравствуйте!\n\nФонарь починят до 15 декабря.\n\nСпасибо.";
        walk.mayNot("responsible/roads", "binding-check", "VP-12", "SubmitDraft", "text", three, "urgent", true)
                .does(
                        "curator",
                        "RecordEmailedDraft",
                        "from",
                        "responsible.roads.vyatskie",
                        "receivedAt",
                        MONDAY_MORNING.minus(Duration.ofMinutes(40)),
                        "text",
                        three)
                .is("ON_APPROVAL")
                .mayNot("curator", "binding-check", "VP-12", "Approve")
                .does("curator", "RequestRework", "reasons", List.of("style"))
                .does(
                        "responsible/roads",
                        "SubmitDraft",
                        "text",
                        "Здравствуйте!\n\nФонарь починят до 15 декабря.",
                        "urgent",
                        true)
                .does("curator", "Approve")
                .is("APPROVED");
        assertThat(walk.entry("ReplyApproved").at("/details").has("letPass")).isFalse();
    }

    @Test
    @Clause("VP-15")
    void interimReplyThatNamesNoTime_isNotApproved() {
        routed("interim-without-a-time")
                .does(
                        "responsible/roads",
                        "SubmitDraft",
                        "kind",
                        "interim",
                        "text",
                        "Здравствуйте! Разбираемся.",
                        "urgent",
                        true)
                .mayNot("curator", "binding-check", "VP-15", "Approve")
                .does("curator", "EditDraft", "text", "Здравствуйте! Разбираемся, ответим до 15 декабря.")
                .does("curator", "Approve")
                .is("APPROVED");
    }

    @Test
    @Clause({"VP-13", "VP-16"})
    void draftByEmailOfAnExecutor_goesToTheHeadOfTheUnitFirst_aQuestionDoesNot() {
        Walk walk = sentBefore("by-email-of-executor")
                .does(
                        "curator",
                        "RecordEmailedDraft",
                        "from",
                        "executor.roads.vyatskie",
                        "receivedAt",
                        MONDAY_MORNING,
                        "text",
                        TEXT)
                .is("ON_AGREEMENT")
                .isInTheQueueOf("responsible/roads")
                .mayNot("curator", "wrong-state", "VP-13", "Approve")
                .does("responsible/roads", "Agree")
                .is("ON_APPROVAL")
                .does("curator", "RequestRework", "reasons", List.of("style"))
                .does(
                        "curator",
                        "RecordEmailedDraft",
                        "from",
                        "executor.roads.vyatskie",
                        "receivedAt",
                        MONDAY_MORNING,
                        "kind",
                        "clarification",
                        "text",
                        "Какой дом?")
                .is("ON_APPROVAL")
                .shows("/draft/round", "2");
        assertThat(walk.entry("DraftProposed").at("/details/by/id").asString()).isEqualTo("executor.roads.vyatskie");
        assertThat(walk.entry("DraftSubmitted").at("/details/byEmail").asBoolean())
                .isTrue();
    }

    @Test
    @Clause("VP-13")
    void letterOfNobodyOrOfNoPossibleTime_isRefused() {
        Walk walk = sentBefore("no-letter");
        for (String nobody : List.of("", "executor.housing.vyatskie", "curator.vyatskie")) {
            walk.mayNot(
                    "curator",
                    "unknown-sender",
                    "VP-13",
                    "RecordEmailedDraft",
                    "from",
                    nobody,
                    "receivedAt",
                    MONDAY_MORNING,
                    "text",
                    TEXT);
        }
        for (Instant never :
                Arrays.asList(null, MONDAY_MORNING.plusSeconds(1), MONDAY_MORNING.minus(Duration.ofHours(3)))) {
            walk.mayNot(
                    "curator",
                    "untimely-letter",
                    "VP-13",
                    "RecordEmailedDraft",
                    "from",
                    "executor.roads.vyatskie",
                    "receivedAt",
                    never,
                    "text",
                    TEXT);
        }
        walk.mayNot("curator", "text-required", "VP-13", "RecordEmailedDraft", "from", "executor.roads.vyatskie");
    }

    /** With the organ for a while. */
    private static Walk sentBefore(String post) {
        Walk walk = Walk.begin(service, "vyatskie-polyany", post, MONDAY_MORNING.minus(Duration.ofHours(2)));
        return walk.does("curator", "Route", "organ", walk.organ("roads"));
    }

    @Test
    @Clause("VP-10")
    void draftOutsideTheHours_isTakenOnlyWhenUrgent() {
        Walk walk = routed("hours");
        TIME.set(FRIDAY_EVENING);
        walk.mayNot("responsible/roads", "outside-submission-hours", "VP-10", "SubmitDraft", "text", TEXT)
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .mayNot("responsible/roads", "outside-submission-hours", "VP-10", "Agree")
                .does("responsible/roads", "Agree", "urgent", true)
                .is("ON_APPROVAL");
        TIME.set(MONDAY_MORNING);
        routed("hours-2").does("responsible/roads", "SubmitDraft", "text", TEXT).is("ON_APPROVAL");
    }

    @Test
    @Clause("VP-11")
    void outsideCompetence_itIsReturned() {
        routed("return")
                .does("executor/roads", "Return", "reason", "Не наша улица")
                .is("RETURNED")
                .isInTheQueueOf("curator");
    }

    @Test
    @Clause("VP-14")
    void rework_takesOnlyTheReasonsOfTheRegulation() {
        onApproval("rework")
                .mayNot(
                        "curator",
                        "unknown-rework-reason",
                        "VP-14",
                        "RequestRework",
                        "reasons",
                        List.of("other"),
                        "comment",
                        "x")
                .mayNot("curator", "reason-required", "VP-14", "RequestRework", "comment", "Плохо")
                .does("curator", "RequestRework", "reasons", List.of("style"))
                .is("REWORK")
                .isInTheQueueOf("executor/roads");
    }

    @Test
    @Clause("VP-15")
    void reworkedDraft_comesBackTheSameWay() {
        Walk walk = routed("reworked")
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .does("responsible/roads", "Agree")
                .does("curator", "RequestRework", "reasons", List.of("disrespect"), "comment", "Мягче, пожалуйста")
                .is("REWORK")
                .shows("/rework/comment", "Мягче, пожалуйста")
                .isInTheQueueOf("executor/roads")
                .isNotInTheQueueOf("curator")
                .does("executor/roads", "SubmitDraft", "text", TEXT + " Спасибо, что написали!")
                .is("ON_AGREEMENT")
                .isInTheQueueOf("responsible/roads")
                .mayNot("curator", "wrong-state", "VP-13", "Approve")
                .does("responsible/roads", "Agree")
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .does("curator", "Approve")
                .isPublished("DONE");
        assertThat(walk.facts())
                .containsSubsequence(
                        "DraftProposed",
                        "DraftSubmitted",
                        "ReworkRequested",
                        "DraftProposed",
                        "DraftSubmitted",
                        "ReplyApproved",
                        "ReplyPublished");
        assertThat(walk.entry("ReworkRequested").at("/clause").asString()).isEqualTo("VP-14");
        walk.shows("/draft/round", "2");
    }

    @Test
    @Clause("VP-15")
    void interimReplyOfTheExecutor_goesTheSameWayAndLeavesTheFinalOneDue() {
        routed("time-needed")
                .does(
                        "executor/roads",
                        "SubmitDraft",
                        "kind",
                        "interim",
                        "text",
                        "Здравствуйте! Заказали деталь, ответим по существу до 15 декабря.")
                .is("ON_AGREEMENT")
                .does("responsible/roads", "Agree")
                .does("curator", "Approve")
                .isPublished("AWAITING_FINAL")
                .isInTheQueueOf("executor/roads")
                .mayNot("executor/roads", "wrong-state", "VP-9", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("executor/roads", "SubmitDraft", "text", TEXT)
                .is("ON_AGREEMENT");
    }

    @Test
    @Clause({"VP-5", "VP-17"})
    void question_goesStraightToTheCuratorAndTheAuthorsAnswerBringsTheWorkBack() {
        routed("question")
                .does("executor/roads", "SubmitDraft", "kind", "clarification", "text", "Какой дом?", "urgent", true)
                .is("ON_APPROVAL")
                .does("curator", "Approve")
                .isPublished("AWAITING_AUTHOR")
                .isNotInTheQueueOf("executor/roads")
                .does("executor/roads", "RecordAuthorAnswer", "text", "Дом 5")
                .is("IN_WORK")
                .shows("/marks/authorSaid", "Дом 5");
    }

    @Test
    @Clause("VP-18")
    void curator_editsTheDraftAndTheDifferenceIsKept() {
        Walk walk = onApproval("edit")
                .mayNot("curator", "nothing-changed", "VP-18", "EditDraft", "text", TEXT)
                .does("curator", "EditDraft", "text", TEXT + " Спасибо!")
                .shows("/draft/text", TEXT + " Спасибо!")
                .shows("/draft/editedBy/id", "curator");
        JsonNode edit = walk.entry("DraftEdited");
        assertThat(edit.at("/details/before").asString()).isEqualTo(TEXT);
        assertThat(edit.at("/details/after").asString()).isEqualTo(TEXT + " Спасибо!");
        assertThat(edit.at("/clause").asString()).isEqualTo("VP-18");
    }

    @Test
    @Clause("VP-19")
    void replyToARepeat_hasToSayHowItGoes() {
        Walk first = begin("first");
        Walk repeat =
                Walk.begin(service, "vyatskie-polyany", "again", Instant.now().plusSeconds(1));
        repeat.does("curator", "LinkRepeat", "earlier", first.id())
                .does("curator", "Route", "organ", repeat.organ("roads"))
                .does("responsible/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .mayNot("curator", "checklist-incomplete", "VP-19", "Approve")
                .does("curator", "Approve", "checked", List.of("progress"));
    }

    @Test
    @Clause("VP-20")
    void replyThatNobodyCanBeGiven_isClosedWithTheReason() {
        Walk walk = onApproval("blocked")
                .does("curator", "Approve")
                .mayNot("curator", "wrong-state", "VP-20", "CloseUnpublished")
                .cannotBePosted()
                .does("curator", "CloseUnpublished")
                .is("DONE");
        assertThat(walk.facts()).endsWith("ManualPublicationNeeded", "IncidentClosed");
    }

    @Test
    @Clause("VP-21")
    void severalUnits_workInTheOrderOfTheCurator() {
        Walk walk = begin("several");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("housing"), walk.organ("improvement")),
                        "lead",
                        walk.organ("roads"))
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/improvement")
                .does("responsible/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("executor/improvement")
                .does("responsible/improvement", "Contribute", "text", "Часть дворов")
                .shows("/organ/id", walk.organ("roads"));
    }

    @Test
    @Clause("VP-21")
    void orderChangedInTheMiddle_keepsWhatWasGivenAndAsksWhoeverIsNextNow() {
        Walk walk = begin("order");
        String lead = walk.organ("roads");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("housing"), walk.organ("improvement")),
                        "lead",
                        lead)
                .does("responsible/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("executor/improvement");

        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("housing"), walk.organ("education"), walk.organ("improvement")),
                        "lead",
                        lead)
                .isInTheQueueOf("executor/education")
                .isNotInTheQueueOf("executor/improvement")
                .isNotInTheQueueOf("executor/housing")
                .shows("/several/parts/0/text", "Часть ЖКХ");
        assertThat(walk.facts()).endsWith("ContributionWithdrawn", "OrgansEngaged", "ContributionRequested");
        walk.does("responsible/education", "Contribute", "text", "Часть школ")
                .isInTheQueueOf("executor/improvement")
                .does("responsible/improvement", "Contribute", "text", "Часть дворов")
                .shows("/organ/id", lead)
                .isNotInTheQueueOf("executor/housing");
    }

    @Test
    @Clause("VP-21")
    void unitReturnedInTheMiddle_theNextOneIsAskedAndTheReplyIsMade() {
        Walk walk = begin("middle");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("housing"), walk.organ("improvement"), walk.organ("education")),
                        "lead",
                        walk.organ("roads"))
                .does("responsible/housing", "Contribute", "text", "Часть ЖКХ")
                .does("responsible/improvement", "Return", "reason", "Двор не наш")
                .isNotInTheQueueOf("executor/improvement")
                .isInTheQueueOf("executor/education")
                .isNotInTheQueueOf("executor/roads")
                .does("responsible/education", "Contribute", "text", "Часть школ")
                .shows("/organ/id", walk.organ("roads"))
                .does("responsible/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .does("curator", "Approve")
                .isPublished("DONE");
        assertThat(walk.facts()).containsOnlyOnce("ContributionReturned").doesNotContain("ContributionWithdrawn");
    }

    @Test
    @Clause({"VP-2", "VP-7"})
    void curator_raisesTheImportanceAndMarksWhatShouldBeAnAppeal() {
        begin("importance")
                .does(
                        "curator",
                        "CorrectClassification",
                        "topicGroup",
                        "ЖКХ",
                        "topic",
                        "Свет",
                        "importance",
                        "elevated")
                .shows("/importance", "elevated")
                .does("curator", "MarkAppeal", "reason", "Нужны документы")
                .shows("/marks/appeal", "Нужны документы");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screening.class,
            names = {"OBSCENE", "INSULT", "THREAT", "ADVERTISING"})
    @Clause("VP-22")
    void whatTheClassifierScreensOut_waitsApartUntilTheCuratorBringsItBack(Screening screening) {
        Walk walk = Walk.begin(service, "vyatskie-polyany", "screened-" + screening.wire(), screening)
                .isScreenedApart()
                .mayNot("curator", "wrong-state", "VP-22", "ScreenOut", "ground", "advertising")
                .mayNot("curator", "reason-required", "VP-22", "Restore", "reason", " ")
                .does("curator", "Restore", "reason", "Прочитано неверно")
                .is("NEW")
                .isNotScreened()
                .isInTheQueueOf("curator");
        assertThat(walk.hands())
                .containsExactly(
                        "IncidentRegistered system system",
                        "IncidentScreenedOut system system",
                        "IncidentRestored curator curator");
        assertThat(walk.entry("IncidentScreenedOut").at("/clause").asString()).isEqualTo("VP-22");
    }

    @Test
    @Clause("VP-7")
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
        assertThat(corrected.at("/clause").asString()).isEqualTo("VP-7");
        assertThat(corrected.at("/details/location").asString()).isEqualTo("посёлок Заречный");
    }

    @Test
    @Clause("VP-22")
    void screenedPost_isKeptApart() {
        begin("screened").does("curator", "ScreenOut", "ground", "advertising").isScreenedApart();
    }

    @Test
    @Clause({"VP-8", "VP-23"})
    void trail_namesTheExecutorForTheTextAndForTheTerm() {
        Walk walk = routed("trail")
                .does("executor/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .does("responsible/roads", "Agree")
                .does("curator", "Approve")
                .cannotBePosted()
                .does("executor/roads", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .misses("draft")
                .misses("publish");
        assertThat(walk.hands())
                .containsSubsequence(
                        "IncidentRegistered system system",
                        "IncidentRouted curator curator",
                        "DraftProposed executor.roads executor",
                        "DraftSubmitted responsible.roads responsible",
                        "ReplyApproved curator curator",
                        "ManualPublicationNeeded system system",
                        "ReplyPublished executor.roads executor");
        assertThat(walk.entry("DraftProposed").at("/by/organ").asString()).isEqualTo(walk.organ("roads"));
        assertThat(walk.entry("DraftSubmitted").at("/details/by/id").asString()).isEqualTo("executor.roads");
        assertThat(walk.owners()).containsExactly("VP-9 executor", "VP-8 executor");
        JsonNode missed = walk.entry("DeadlineBreached");
        assertThat(missed.at("/clause").asString()).isEqualTo("VP-9");
        assertThat(missed.at("/details/owner").asString()).isEqualTo("executor");
        assertThat(missed.at("/title").asString()).endsWith("(отвечает: Исполнитель)");
    }
}
