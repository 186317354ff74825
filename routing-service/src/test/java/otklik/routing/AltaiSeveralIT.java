package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import otklik.contracts.Importance;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Altai Krai's several organs with a lead, repeats, questions to the author, and what is reopened. The plain road: {@link CaseworkIT}. */
class AltaiSeveralIT {

    private static final String TEXT = "Здравствуйте! Яму заделают до 15 декабря.";

    private static TestDatabase database;
    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh("altai_several");
        service = new RoutingUnderTest(database);
    }

    @AfterAll
    static void stop() {
        service.close();
        try (RoutingUnderTest again = new RoutingUnderTest(database)) {
            again.replaysEverything();
        }
    }

    private static Walk begin(String post) {
        return Walk.begin(service, "altai-krai", post);
    }

    @Test
    void whatIsSignificant_isPassedUpOnlyWhereTheRegulationSaysSo() {
        Walk walk = begin("significant").isFound(Importance.ELEVATED);
        walk.mayNot("leadership", "not-in-regulation", "", "Acknowledge")
                .mayNot("leadership", "not-in-regulation", "", "PassUp", "note", "устно")
                .isNotInTheQueueOf("leadership")
                .shows("/passUp/to", "");
    }

    @Test
    @Clause("AK-14")
    void contributors_workInOrderAndTheLeadWritesTheCommonReply() {
        Walk walk = begin("several");
        List<String> organs = List.of(walk.organ("housing"), walk.organ("ecology"));
        walk.mayNot("curator", "lead-required", "AK-14", "EngageOrgans", "organs", organs)
                .does("curator", "EngageOrgans", "organs", organs, "lead", walk.organ("transport"))
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/transport")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .isInTheQueueOf("executor/transport");
        assertThat(walk.card("executor/transport").at("/several/parts/1/text").asString())
                .isEqualTo("Часть природы");
        assertThat(walk.entry("executor/transport", "ContributionSubmitted")
                        .at("/details/text")
                        .asString())
                .isEqualTo("Часть ЖКХ");
        walk.pack("executor/transport").expectStatus().isForbidden();
        walk.does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause({"AK-7", "AK-14"})
    void organReturnedInTheMiddle_theNextOneIsAsked() {
        Walk walk = begin("middle");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("housing"), walk.organ("ecology")),
                        "lead",
                        walk.organ("transport"))
                .does("executor/housing", "Return", "reason", "Не наше")
                .isInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/housing")
                .does("curator", "Route", "organ", walk.organ("social"))
                .isNotInTheQueueOf("executor/ecology")
                .shows("/organ/id", walk.organ("social"));
        assertThat(walk.facts()).endsWith("ContributionWithdrawn", "OrgansEngaged", "IncidentRouted");
    }

    @Test
    @Clause({"AK-7", "AK-14"})
    void organNamedAgainAfterItReturned_isAskedInItsTurn() {
        Walk walk = begin("middle-again");
        List<String> organs = List.of(walk.organ("housing"), walk.organ("ecology"));
        String lead = walk.organ("transport");
        walk.does("curator", "EngageOrgans", "organs", organs, "lead", lead)
                .does("executor/housing", "Return", "reason", "Не наше")
                .does("curator", "EngageOrgans", "organs", organs, "lead", lead)
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/ecology")
                .does("executor/housing", "Contribute", "text", "Всё же наше")
                .isInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/transport")
                .does("executor/ecology", "Return", "reason", "Не наше")
                .isInTheQueueOf("executor/transport")
                .does("curator", "EngageOrgans", "organs", organs.reversed(), "lead", lead)
                .isInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/transport")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .isInTheQueueOf("executor/transport")
                .shows("/several/parts/1/text", "Всё же наше");
    }

    @Test
    @Clause("AK-14")
    void orderChangedInTheMiddle_keepsWhatWasGivenAndAsksWhoeverIsNextNow() {
        Walk walk = begin("order");
        String lead = walk.organ("transport");
        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("housing"), walk.organ("ecology")),
                        "lead",
                        lead)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("executor/ecology");

        walk.does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("social"), walk.organ("ecology"), walk.organ("housing")),
                        "lead",
                        lead)
                .isInTheQueueOf("executor/social")
                .isNotInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/housing");
        assertThat(walk.facts()).endsWith("ContributionWithdrawn", "OrgansEngaged", "ContributionRequested");
        walk.mayNot("executor/ecology", "not-yours", "AK-14", "Contribute", "text", "Не дождался")
                .does("executor/social", "Contribute", "text", "Часть соцзащиты")
                .isInTheQueueOf("executor/ecology")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .isNotInTheQueueOf("executor/housing")
                .isInTheQueueOf("executor/transport");
        assertThat(walk.card("executor/transport").at("/several/parts").valueStream())
                .extracting(part -> part.at("/text").asString())
                .containsExactly("Часть соцзащиты", "Часть природы", "Часть ЖКХ");
        walk.does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause("AK-5")
    void organWithoutAnExecutor_cannotTakePartEither() {
        Walk walk = begin("staff");
        walk.mayNot("curator", "organ-not-ready", "AK-5", "Route", "organ", walk.organ("culture"))
                .mayNot(
                        "curator",
                        "organ-not-ready",
                        "AK-5",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("culture"), walk.organ("social")),
                        "lead",
                        walk.organ("social"));
    }

    @Test
    @Clause("AK-15")
    void repeat_isLinkedAndItsReplyHasToSayHowItGoes() {
        Walk first = begin("first");
        Walk repeat = Walk.begin(service, "altai-krai", "again", Instant.now().plusSeconds(1));
        repeat.mayNot("curator", "unknown-incident", "AK-15", "LinkRepeat", "earlier", repeat.id())
                .does("curator", "LinkRepeat", "earlier", first.id())
                .does("curator", "Route", "organ", repeat.organ("transport"))
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .mayNot("curator", "checklist-incomplete", "AK-15", "Approve")
                .does("curator", "Approve", "checked", List.of("progress"))
                .isPublished("DONE");
    }

    @Test
    @Clause("AK-4")
    void questionToTheAuthor_isApprovedAndTheAnswerBringsTheWorkBack() {
        Walk walk = begin("question");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "kind", "clarification", "text", "Какая улица?")
                .does("curator", "Approve")
                .isPublished("AWAITING_AUTHOR")
                .does("executor/transport", "RecordAuthorAnswer", "text", "Ленина")
                .is("IN_WORK")
                .isInTheQueueOf("executor/transport");
        for (String watcher : List.of("observer", "supervisor")) {
            assertThat(walk.card(watcher).at("/marks/authorSaid").isMissingNode())
                    .isTrue();
            JsonNode told = walk.entry(watcher, "AuthorAnswered");
            assertThat(told.at("/title").asString()).isEqualTo("Автор ответил на уточнение");
            assertThat(told.toString()).doesNotContain("Ленина");
        }
        for (String worker : List.of("curator", "executor/transport")) {
            assertThat(walk.entry(worker, "AuthorAnswered").at("/details/text").asString())
                    .isEqualTo("Ленина");
        }
        walk.pack("observer").expectStatus().isForbidden();
        walk.pack("supervisor").expectStatus().isForbidden();
        walk.pack("curator").expectStatus().isOk().expectBody();
    }

    @Test
    void doneThatIsNotDone_isReopenedWithItsOrgan() {
        Walk walk = begin("reopen");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE")
                .mayNot("curator", "reason-required", "", "Reopen", "reason", "")
                .does("curator", "Reopen", "reason", "Яма снова")
                .is("IN_WORK")
                .isInTheQueueOf("executor/transport");
    }

    @Test
    void stepsOfOtherRegulations_areNotOfferedAndRefused() {
        Walk walk = begin("strange");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .mayNot("curator", "not-in-regulation", "", "ReturnToCurator", "reason", "x")
                .mayNot("curator", "not-in-regulation", "", "EditDraft", "text", "x")
                .mayNot("curator", "not-in-regulation", "", "MarkAppeal", "reason", "x")
                .mayNot("responsible/transport", "not-in-regulation", "", "Agree")
                .mayNot("curator", "not-in-regulation", "", "HandDown")
                .mayNot(
                        "curator",
                        "not-in-regulation",
                        "",
                        "RecordEmailedDraft",
                        "from",
                        "x",
                        "receivedAt",
                        "2026-11-16T06:20:00Z",
                        "text",
                        "x");
        assertThat(walk.offers("curator")).doesNotContain("ReturnToCurator", "EditDraft", "MarkAppeal");
    }
}
