package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.incident.Screening;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Leninsky district of Barnaul through the API: the city's curator above, the controller between, the bodies below. */
class BarnaulIT {

    private static final String TEXT = "Здравствуйте! Двор уберут до 15 декабря.";

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("barnaul"));
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    private static Walk begin(String post) {
        return Walk.begin(service, "barnaul-leninsky", post);
    }

    private static Walk routed(String post) {
        Walk walk = begin(post);
        return walk.does("controller", "Route", "organ", walk.organ("housing"));
    }

    @Test
    @Clause({"LB-3", "LB-4", "LB-5", "LB-6", "LB-7"})
    void answer_climbsFromTheBodyToTheCity() {
        Walk walk = begin("road");
        walk.isInTheQueueOf("controller")
                .isNotInTheQueueOf("curator")
                .mayNot("curator", "not-yours", "LB-4", "Route", "organ", walk.organ("housing"))
                .does("controller", "Route", "organ", walk.organ("housing"))
                .isInTheQueueOf("responsible/housing")
                .does("responsible/housing", "ConfirmCompetence")
                .isNotInTheQueueOf("controller")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .is("ON_AGREEMENT")
                .isInTheQueueOf("supervisor")
                .does("supervisor", "Agree")
                .isInTheQueueOf("controller")
                .isNotInTheQueueOf("curator")
                .does("controller", "Approve")
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .does("curator", "Approve")
                .isPublished("DONE");
        assertThat(walk.facts()).contains("CompetenceConfirmed", "DraftProposed", "ApprovalGiven", "ReplyApproved");
    }

    @Test
    @Clause("LB-4")
    void whatTheClassifierIsSureOf_waitsForTheControllerAllTheSame() {
        Walk.begin(service, "barnaul-leninsky", "sure", "ЖКХ", 0.99).is("NEW").isInTheQueueOf("controller");
    }

    @Test
    @Clause("LB-4")
    void whatIsNotTheDistricts_goesBackToTheCityAtOnce() {
        begin("city")
                .mayNot("controller", "reason-required", "LB-4", "ReturnToCurator", "reason", "")
                .does("controller", "ReturnToCurator", "reason", "Дорога краевая")
                .is("RETURNED")
                .isInTheQueueOf("curator")
                .isNotInTheQueueOf("controller")
                .does("curator", "HandDown", "comment", "Дорога районная")
                .is("NEW")
                .isInTheQueueOf("controller");
    }

    @Test
    @Clause("LB-5")
    void headOfTheBody_checksCompetenceAndReturns() {
        routed("competence")
                .mayNot("executor/housing", "not-yours", "LB-5", "ConfirmCompetence")
                .does("responsible/housing", "Return", "reason", "Не наш двор")
                .is("RETURNED")
                .isInTheQueueOf("controller");
    }

    @Test
    @Clause("LB-5")
    void headOwesTheCheck_thoughTheExecutorHasBegun() {
        routed("begun")
                .does("executor/housing", "StartWork")
                .isInTheQueueOf("responsible/housing")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .isInTheQueueOf("responsible/housing")
                .does("supervisor", "Agree")
                .isInTheQueueOf("responsible/housing")
                .does("responsible/housing", "ConfirmCompetence")
                .is("ON_APPROVAL")
                .isNotInTheQueueOf("responsible/housing");
    }

    /** Work does not wait for the check, so the head may find only then that it is not theirs. */
    @Test
    @Clause("LB-5")
    void headGivesBackWhatTheExecutorHasWritten_untilItIsLetOut() {
        Walk proposed = routed("back-proposed").does("executor/housing", "SubmitDraft", "text", TEXT);
        proposed.mayNot("executor/housing", "not-yours", "LB-5", "Return", "reason", "Не наш двор")
                .does("responsible/housing", "Return", "reason", "Не наш двор")
                .is("RETURNED")
                .isInTheQueueOf("controller")
                .isNotInTheQueueOf("supervisor")
                .does("controller", "Route", "organ", proposed.organ("improvement"))
                .does("executor/improvement", "SubmitDraft", "text", TEXT)
                .is("ON_AGREEMENT");
        Walk approving = routed("back-approving")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("supervisor", "Agree")
                .does("controller", "Approve")
                .does("responsible/housing", "Return", "reason", "Не наш двор")
                .is("RETURNED")
                .isNotInTheQueueOf("curator");
        assertThat(approving.offers("curator")).doesNotContain("Approve");
        routed("back-checked")
                .does("responsible/housing", "ConfirmCompetence")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .mayNot("responsible/housing", "wrong-state", "LB-5", "Return", "reason", "Передумали");
    }

    @Test
    @Clause("LB-5")
    void headGivesBackThePartThatItsExecutorHasWritten() {
        Walk walk = begin("back-part");
        walk.does("controller", "EngageOrgans", "organs", List.of(walk.organ("housing"), walk.organ("improvement")))
                .does("executor/housing", "Contribute", "text", "Двор уберут.")
                .does("supervisor", "AgreeContribution", "organ", walk.organ("housing"))
                .does("responsible/housing", "Return", "reason", "Не наш двор");
        assertThat(walk.facts()).endsWith("ContributionReturned");
        assertThat(walk.offers("controller")).doesNotContain("AcceptContribution");
    }

    @Test
    @Clause("LB-5")
    void whatIsExpected_isToCheckOfTheHeadAndToWriteOfTheExecutor() {
        Walk walk = routed("expected");

        assertThat(walk.offers("responsible/housing")).contains("ConfirmCompetence", "Return", "StartWork");
        assertThat(walk.expected("responsible/housing"))
                .startsWith("ConfirmCompetence")
                .doesNotContain("Return");
        assertThat(walk.offers("executor/housing")).contains("StartWork");
        assertThat(walk.expected("executor/housing")).containsExactly("SubmitDraft");
        assertThat(walk.expected("controller")).isEmpty();
        assertThat(walk.does("responsible/housing", "ConfirmCompetence").expected("responsible/housing"))
                .doesNotContain("ConfirmCompetence");
    }

    @Test
    @Clause("LB-5")
    void headWhoTakesItOn_hasChecked() {
        Walk walk = routed("himself").does("responsible/housing", "StartWork");
        assertThat(walk.facts()).contains("CompetenceConfirmed", "WorkStarted");
        assertThat(walk.offers("responsible/housing")).doesNotContain("ConfirmCompetence");
    }

    @Test
    @Clause("LB-5")
    void headOfEachOfSeveralBodies_checksForTheirOwn() {
        Walk walk = begin("each");
        walk.does("controller", "EngageOrgans", "organs", List.of(walk.organ("housing"), walk.organ("improvement")))
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("responsible/housing")
                .does("responsible/housing", "ConfirmCompetence")
                .isNotInTheQueueOf("responsible/housing")
                .isInTheQueueOf("responsible/improvement")
                .does("responsible/improvement", "Contribute", "text", "Часть благоустройства")
                .isNotInTheQueueOf("responsible/improvement");
        assertThat(walk.facts().stream().filter("CompetenceConfirmed"::equals)).hasSize(2);
    }

    @Test
    @Clause("LB-5")
    void controller_setsTheTermOfTheAnswer_besideTheSendingOrAfterIt() {
        Instant dueAt = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        Walk walk = begin("set");
        walk.mayNot("controller", "wrong-state", "LB-5", "SetTerm", "dueAt", dueAt)
                .mayNot(
                        "controller",
                        "term-required",
                        "LB-5",
                        "Route",
                        "organ",
                        walk.organ("housing"),
                        "dueAt",
                        dueAt.minus(Duration.ofHours(4)))
                .does("controller", "Route", "organ", walk.organ("housing"), "dueAt", dueAt);
        assertThat(walk.facts()).containsSubsequence("IncidentRouted", "TermSet");
        JsonNode entry = walk.entry("TermSet");
        assertThat(entry.path("title").asString()).isEqualTo("Назначен срок ответа: Отдел коммунального хозяйства");
        assertThat(Instant.parse(entry.at("/details/dueAt").asString())).isEqualTo(dueAt);
        assertThat(walk.offer("controller", "SetTerm").path("fields").toString())
                .isEqualTo("[\"organ\",\"dueAt\"]");
        walk.mayNot("executor/housing", "not-yours", "LB-5", "SetTerm", "dueAt", dueAt)
                .mayNot("controller", "term-required", "LB-5", "SetTerm")
                .mayNot(
                        "controller",
                        "unknown-part",
                        "LB-5",
                        "SetTerm",
                        "organ",
                        walk.organ("improvement"),
                        "dueAt",
                        dueAt)
                .does("controller", "SetTerm", "dueAt", dueAt.plus(Duration.ofHours(1)))
                .is("ROUTED")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("supervisor", "Agree")
                .mayNot("controller", "wrong-state", "LB-5", "SetTerm", "dueAt", dueAt);
    }

    @Test
    @Clause({"LB-5", "LB-6"})
    void whatTheCitysCuratorSendsBack_getsItsTermFromTheController() {
        Instant dueAt = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        routed("set-rework")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("supervisor", "Agree")
                .does("controller", "Approve")
                .does("curator", "RequestRework", "reasons", List.of("topic"))
                .is("REWORK")
                .does("controller", "SetTerm", "dueAt", dueAt)
                .is("REWORK")
                .shows("/rework/dueAt", dueAt.toString());
    }

    @Test
    @Clause("LB-5")
    void eachOfSeveralBodies_hasATermOfItsOwn() {
        Walk walk = begin("set-several");
        Instant dueAt = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        walk.does(
                "controller",
                "EngageOrgans",
                "organs",
                List.of(walk.organ("housing"), walk.organ("improvement")),
                "dueAt",
                dueAt);
        assertThat(walk.facts()).filteredOn("TermSet"::equals).hasSize(2);
        assertThat(walk.offers("controller")).contains("SetTerm");
        walk.does(
                "controller", "SetTerm", "organ", walk.organ("improvement"), "dueAt", dueAt.plus(Duration.ofHours(1)));
        assertThat(walk.facts()).filteredOn("TermSet"::equals).hasSize(3);
        walk.does("executor/housing", "Contribute", "text", "Двор уберут.")
                .does("supervisor", "AgreeContribution", "organ", walk.organ("housing"))
                .mayNot(
                        "controller",
                        "unknown-part",
                        "LB-5",
                        "SetTerm",
                        "organ",
                        walk.organ("housing"),
                        "dueAt",
                        dueAt);
    }

    @Test
    @Clause("LB-5")
    void reopened_isCheckedAgain() {
        Walk walk = routed("again")
                .does("responsible/housing", "ConfirmCompetence")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("supervisor", "Agree")
                .does("controller", "Approve")
                .does("curator", "Approve")
                .isPublished("DONE")
                .does("curator", "Reopen", "reason", "Двор не убран")
                .isInTheQueueOf("responsible/housing");
        assertThat(walk.offers("responsible/housing")).contains("ConfirmCompetence");
    }

    @Test
    @Clause("LB-6")
    void controller_setsTheTermOfARework() {
        String term = Instant.now().plus(Duration.ofHours(2)).toString();
        routed("rework")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("supervisor", "Agree")
                .mayNot("controller", "term-required", "LB-6", "RequestRework", "reasons", List.of("topic"))
                .mayNot(
                        "controller",
                        "term-required",
                        "LB-6",
                        "RequestRework",
                        "reasons",
                        List.of("topic"),
                        "dueAt",
                        "2926-11-16T04:00:00Z")
                .does("controller", "RequestRework", "reasons", List.of("topic"), "dueAt", term)
                .is("REWORK")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .is("ON_AGREEMENT");
    }

    @Test
    @Clause("LB-5")
    void severalBodies_areAgreedByTheDeputyAndPutTogetherByTheController() {
        Walk walk = begin("several");
        walk.does("controller", "EngageOrgans", "organs", List.of(walk.organ("housing"), walk.organ("improvement")))
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("supervisor")
                .does("supervisor", "AgreeContribution", "organ", walk.organ("housing"))
                .does("controller", "AcceptContribution", "organ", walk.organ("housing"))
                .does("executor/improvement", "Contribute", "text", "Часть благоустройства")
                .does("supervisor", "AgreeContribution")
                .does("controller", "AcceptContribution")
                .isInTheQueueOf("controller")
                .does("controller", "SubmitDraft", "text", TEXT)
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .isNotInTheQueueOf("controller")
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause("LB-5")
    void bodyReturnedInTheMiddle_theOthersGoOnAndTheReplyIsMade() {
        Walk walk = begin("several-middle");
        List<String> bodies = List.of(walk.organ("housing"), walk.organ("improvement"), walk.organ("social"));
        walk.does("controller", "EngageOrgans", "organs", bodies)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("supervisor", "AgreeContribution")
                .does("controller", "AcceptContribution")
                .does("responsible/improvement", "Return", "reason", "Двор не наш")
                .isNotInTheQueueOf("executor/improvement")
                .isInTheQueueOf("controller")
                .isInTheQueueOf("executor/social")
                .does("executor/social", "Contribute", "text", "Часть соцзащиты")
                .does("supervisor", "AgreeContribution")
                .does("controller", "AcceptContribution")
                .isInTheQueueOf("controller")
                .does("controller", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
        assertThat(walk.facts()).containsOnlyOnce("ContributionReturned").doesNotContain("ContributionWithdrawn");
    }

    @Test
    @Clause("LB-8")
    void replyThatCannotBePosted_isPublishedByTheControllerOrToldToTheCurator() {
        Walk walk = routed("manual")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("supervisor", "Agree")
                .does("controller", "Approve")
                .does("curator", "Approve")
                .cannotBePosted()
                .isInTheQueueOf("controller")
                .isInTheQueueOf("curator");
        walk.mayNot("curator", "not-yours", "LB-8", "TellUnpublished", "reason", "Группа закрыта")
                .mayNot("controller", "reason-required", "LB-8", "TellUnpublished", "reason", " ")
                .does("controller", "TellUnpublished", "reason", "Группа закрыта, автор не принимает сообщений")
                .is("APPROVED")
                .shows("/publication/reason", "Группа закрыта, автор не принимает сообщений");
        walk.does("controller", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .is("DONE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screening.class,
            names = {"OBSCENE", "THREAT"})
    @Clause("LB-9")
    void obsceneAndThreats_goToTheCityCuratorAndAreNotAnswered(Screening screening) {
        Walk walk = Walk.begin(service, "barnaul-leninsky", "lb9-" + screening.wire(), screening)
                .isScreenedApart()
                .isNotInTheQueueOf("controller")
                .mayNot("controller", "wrong-state", "LB-5", "SubmitDraft", "text", TEXT)
                .mayNot("curator", "wrong-state", "LB-5", "SubmitDraft", "text", TEXT)
                .mayNot("controller", "wrong-state", "LB-4", "Route", "organ", "barnaul-leninsky.housing")
                .mayNot("controller", "not-yours", "LB-9", "Restore", "reason", "Это не угроза");
        assertThat(walk.offers("curator")).containsExactly("Restore");
        assertThat(walk.offers("controller")).isEmpty();
        assertThat(walk.hands())
                .containsExactly("IncidentRegistered system system", "IncidentScreenedOut system system");
        assertThat(walk.entry("IncidentScreenedOut").at("/clause").asString()).isEqualTo("LB-9");

        walk.does("curator", "Restore", "reason", "Прочитано неверно").is("NEW").isInTheQueueOf("controller");
    }

    @Test
    @Clause("LB-3")
    void organs_standUnderTheDistrictAndTheDistrictUnderTheCity() {
        JsonNode organs = Objects.requireNonNull(service.get(
                        TestIssuer.bearer("controller", "controller@barnaul-leninsky"),
                        "/api/routing/v1/organs?jurisdiction=barnaul-leninsky")
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        assertThat(organs.at("/items")
                        .valueStream()
                        .map(organ -> organ.at("/id").asString() + " < "
                                + organ.at("/parent").asString("")))
                .containsExactly(
                        "barnaul-leninsky.city < ",
                        "barnaul-leninsky.district < barnaul-leninsky.city",
                        "barnaul-leninsky.housing < barnaul-leninsky.district",
                        "barnaul-leninsky.improvement < barnaul-leninsky.district",
                        "barnaul-leninsky.social < barnaul-leninsky.district");
    }

    @Test
    @Clause("LB-10")
    void trail_keepsTheBodyAndTheControllerApart() {
        Walk walk = routed("trail").does("executor/housing", "SubmitDraft", "text", TEXT);
        assertThat(walk.card("supervisor").at("/draft/by/id").asString()).isEqualTo("executor.housing");
        walk.does("supervisor", "Agree")
                .does("controller", "Approve")
                .does("curator", "Approve")
                .cannotBePosted()
                .does("controller", "RecordPublication", "url", "https://vk.com/wall-5_6")
                .misses("competence-check")
                .misses("publish");

        assertThat(walk.hands())
                .containsSubsequence(
                        "IncidentRegistered system system",
                        "IncidentRouted controller controller",
                        "DraftProposed executor.housing executor",
                        "DraftSubmitted supervisor supervisor",
                        "ApprovalGiven controller controller",
                        "ReplyApproved curator curator",
                        "ReplyPublished controller controller");
        assertThat(walk.entry("DraftProposed").at("/by/organ").asString()).isEqualTo(walk.organ("housing"));
        assertThat(walk.entry("DraftSubmitted").at("/details/by/id").asString()).isEqualTo("executor.housing");
        assertThat(walk.entry("DraftSubmitted").at("/details/by/organ").asString())
                .isEqualTo(walk.organ("housing"));
        assertThat(walk.entry("ApprovalGiven").at("/by/organ").asString("")).isEmpty();
        assertThat(walk.owners()).containsExactly("LB-5 responsible", "LB-7 controller");
    }
}
