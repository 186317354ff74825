package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;

/** Several organs beside an interim reply, a question to the author and a common reply that comes back, under each regulation. */
class SeveralOrgansIT {

    private static final String TEXT = "Добрый день! Починим до 15 декабря, телефон 8-4212-00-00-00.";
    private static final String QUESTION = "Здравствуйте! Подскажите, пожалуйста, номер дома.";

    /** Who is over one body alone; all others are over those that have nobody of their own. */
    private static final String DEPUTY = """

            people:
              - {id: supervisor.social, name: Нина Попечителева, role: supervisor, over: [barnaul-leninsky.social]}""";

    private static RoutingUnderTest service;

    @BeforeAll
    static void start(@TempDir Path files) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/directory/*.yaml")) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            Files.writeString(files.resolve(String.valueOf(file.getFilename())), withDeputy(text));
        }
        TestDatabase database = TestDatabase.fresh("several");
        database.migrate("routing-service", "latest");
        service = new RoutingUnderTest(
                database, InstantSource.system(), "--otklik.routing.directory=file:" + files + "/*.yaml");
    }

    private static String withDeputy(String text) {
        return text.contains("jurisdiction: barnaul-leninsky\n") ? text.replaceFirst("\npeople:", DEPUTY) : text;
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    private static Walk engaged(String jurisdiction, String post) {
        Walk walk = Walk.begin(service, jurisdiction, post);
        return walk.does("curator", "EngageOrgans", "organs", List.of(walk.organ("transport"), walk.organ("housing")));
    }

    private static Walk inTurn(String jurisdiction, String post, String lead) {
        Walk walk = Walk.begin(service, jurisdiction, post);
        List<String> organs = List.of(walk.organ("housing"), walk.organ("ecology"));
        return walk.does("curator", "EngageOrgans", "organs", organs, "lead", walk.organ(lead));
    }

    @Test
    @Clause({"KH-7", "KH-11", "KH-13"})
    void finalReply_afterACommonInterimOne_isAskedOfTheOrgansOnceMore() {
        Walk walk = engaged("khabarovsk-krai", "final-anew");
        List<String> organs = List.of(walk.organ("transport"), walk.organ("housing"));
        both(walk, "пока")
                .does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .isPublished("AWAITING_FINAL")
                .isInTheQueueOf("curator")
                .does("curator", "EngageOrgans", "organs", organs)
                .is("AWAITING_FINAL")
                .isInTheQueueOf("executor/transport")
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("curator")
                .shows("/several/parts/0/text", "Часть дорог пока")
                .mayNot("curator", "parts-missing", "KH-10", "SubmitDraft", "text", TEXT)
                .mayNot("curator", "wrong-state", "KH-10", "SubmitDraft", "kind", "interim", "text", TEXT);
        both(walk, "до конца")
                .isInTheQueueOf("curator")
                .does("curator", "SubmitDraft", "text", TEXT)
                .isPublished("DONE");
        assertThat(walk.facts()).filteredOn("ContributionAccepted"::equals).hasSize(4);
    }

    private static Walk both(Walk walk, String word) {
        return walk.does("executor/transport", "Contribute", "text", "Часть дорог " + word)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ " + word)
                .does("curator", "AcceptContribution", "organ", walk.organ("transport"))
                .does("curator", "AcceptContribution", "organ", walk.organ("housing"));
    }

    @Test
    @Clause({"KH-7", "KH-11"})
    void onlyTheOrganThatIsNamedAnew_givesItsPartOnceMore() {
        Walk walk = engaged("khabarovsk-krai", "one-anew");
        List<String> organs = List.of(walk.organ("transport"), walk.organ("housing"));
        both(walk, "пока")
                .does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .isPublished("AWAITING_FINAL")
                .mayNot(
                        "curator",
                        "unknown-part",
                        "KH-7",
                        "EngageOrgans",
                        "organs",
                        organs,
                        "anew",
                        List.of(walk.organ("ecology")))
                .does("curator", "EngageOrgans", "organs", organs, "anew", List.of(walk.organ("housing")))
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/transport")
                .shows("/several/parts/0/status", "accepted");
    }

    @Test
    @Clause({"KH-7", "KH-11"})
    void interimReply_goesOutWhileTheOrgansWork() {
        Walk walk = engaged("khabarovsk-krai", "meanwhile");
        assertThat(walk.expected("curator")).doesNotContain("SubmitDraft");
        assertThat(walk.card().at("/organs").asInt()).isEqualTo(2);
        walk.mayNot("executor/transport", "not-yours", "KH-10", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("executor/transport", "Contribute", "text", "Часть дорог")
                .does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .is("APPROVED")
                .isInTheQueueOf("executor/housing")
                .does("curator", "AcceptContribution", "organ", walk.organ("transport"))
                .isPublished("AWAITING_FINAL")
                .isNotInTheQueueOf("curator")
                .mayNot("curator", "parts-missing", "KH-10", "SubmitDraft", "text", TEXT)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("curator", "AcceptContribution", "organ", walk.organ("housing"))
                .mayNot("curator", "wrong-state", "KH-10", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("curator", "SubmitDraft", "text", TEXT)
                .isPublished("DONE");
    }

    @Test
    @Clause({"KH-7", "KH-10"})
    void author_isAskedWhileTheOrgansWork() {
        Walk walk = engaged("khabarovsk-krai", "asked");
        walk.does("curator", "SubmitDraft", "kind", "clarification", "text", QUESTION)
                .isPublished("AWAITING_AUTHOR")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .is("AWAITING_AUTHOR")
                .does("curator", "RecordAuthorAnswer", "text", "Дом 7")
                .is("IN_WORK")
                .isInTheQueueOf("executor/transport")
                .shows("/several/parts/1/status", "submitted")
                .does("executor/transport", "Contribute", "text", "Часть дорог")
                .does("curator", "AcceptContribution", "organ", walk.organ("transport"))
                .does("curator", "AcceptContribution", "organ", walk.organ("housing"))
                .does("curator", "SubmitDraft", "text", TEXT)
                .isPublished("DONE");
    }

    @Test
    @Clause("KH-8")
    void partGivenBackBesideAQuestionToTheAuthor_isTheCuratorsToSendElsewhere() {
        Walk walk = engaged("khabarovsk-krai", "back-meanwhile");
        walk.does("curator", "SubmitDraft", "kind", "clarification", "text", QUESTION)
                .isPublished("AWAITING_AUTHOR")
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .isInTheQueueOf("curator")
                .does("curator", "EngageOrgans", "organs", List.of(walk.organ("ecology"), walk.organ("housing")))
                .is("AWAITING_AUTHOR")
                .isNotInTheQueueOf("curator")
                .isInTheQueueOf("executor/ecology")
                .does("executor/ecology", "Return", "reason", "Не наше")
                .does("executor/housing", "Return", "reason", "И не наше")
                .is("AWAITING_AUTHOR")
                .does("curator", "RecordAuthorAnswer", "text", "Дом 7")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", walk.organ("transport"))
                .is("ROUTED");
    }

    @Test
    @Clause("KH-8")
    void ofTwoOrgans_theOtherIsLeftAlone_whenOneGaveItsPartBack() {
        Walk walk = engaged("khabarovsk-krai", "left-alone");
        List<String> housing = List.of(walk.organ("housing"));
        walk.mayNot("curator", "several-organs-required", "KH-7", "EngageOrgans", "organs", housing)
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .isInTheQueueOf("curator")
                .does("curator", "EngageOrgans", "organs", housing)
                .isNotInTheQueueOf("curator")
                .isInTheQueueOf("executor/housing")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("curator", "AcceptContribution")
                .does("curator", "SubmitDraft", "text", TEXT)
                .is("APPROVED");
    }

    @Test
    @Clause({"KH-8", "KH-11"})
    void afterAnInterimReply_anotherOrganMayGetIt_orTheOrganGivesItBack() {
        Walk walk = Walk.begin(service, "khabarovsk-krai", "interim-elsewhere");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("AWAITING_FINAL")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .is("AWAITING_FINAL")
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/transport")
                .does("executor/housing", "Return", "reason", "Дорога не наша")
                .is("RETURNED")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", walk.organ("ecology"))
                .is("ROUTED")
                .mayNot("executor/ecology", "wrong-state", "KH-10", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("executor/ecology", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause({"LB-5", "LB-6"})
    void commonReplyThatTheCuratorSendsBack_isAskedOfABodyOnceMore() {
        Walk walk = Walk.begin(service, "barnaul-leninsky", "common-back");
        List<String> organs = List.of(walk.organ("housing"), walk.organ("improvement"));
        walk.does("controller", "EngageOrgans", "organs", organs)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("executor/improvement", "Contribute", "text", "Часть благоустройства")
                .does("supervisor", "AgreeContribution", "organ", walk.organ("housing"))
                .does("supervisor", "AgreeContribution", "organ", walk.organ("improvement"))
                .does("controller", "AcceptContribution", "organ", walk.organ("housing"))
                .does("controller", "AcceptContribution", "organ", walk.organ("improvement"))
                .does("controller", "SubmitDraft", "text", TEXT)
                .does("curator", "RequestRework", "reasons", List.of("topic"), "comment", "Спросили про крышу")
                .is("REWORK")
                .isInTheQueueOf("controller")
                .mayNot("curator", "not-yours", "LB-5", "EngageOrgans", "organs", organs)
                .does("controller", "EngageOrgans", "organs", organs, "anew", List.of(walk.organ("housing")))
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/improvement");
        assertThat(walk.card("executor/housing")
                        .at("/several/parts/0/rework/comment")
                        .asString(""))
                .isEqualTo("Спросили про крышу");
        walk.does("executor/housing", "Contribute", "text", "Крышу починим до 15 декабря")
                .does("supervisor", "AgreeContribution")
                .does("controller", "AcceptContribution")
                .does("controller", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause({"LB-5", "LB-6", "LB-7"})
    void controller_givesAnInterimReplyWhileBodiesWork_andTheCuratorApprovesIt() {
        Walk walk = Walk.begin(service, "barnaul-leninsky", "lb-meanwhile");
        walk.does("controller", "EngageOrgans", "organs", List.of(walk.organ("housing"), walk.organ("improvement")))
                .does("controller", "SubmitDraft", "kind", "interim", "text", TEXT)
                .is("ON_APPROVAL")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("supervisor", "AgreeContribution")
                .is("ON_APPROVAL")
                .does("curator", "RequestRework", "reasons", List.of("topic"))
                .is("REWORK")
                .isInTheQueueOf("controller")
                .does("executor/improvement", "Contribute", "text", "Часть благоустройства")
                .is("REWORK")
                .does("controller", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("AWAITING_FINAL")
                .isInTheQueueOf("supervisor");
    }

    @Test
    @Clause({"AK-13", "AK-14"})
    void sequence_goesOnBesideTheCuratorsInterimReply_andTheLeadWritesTheFinalOne() {
        Walk walk = inTurn("altai-krai", "in-turn", "transport");
        walk.mayNot("executor/transport", "not-yours", "AK-9", "SubmitDraft", "kind", "interim", "text", TEXT)
                .mayNot("curator", "parts-missing", "AK-9", "SubmitDraft", "text", TEXT)
                .does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .is("APPROVED")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("executor/ecology")
                .isPublished("AWAITING_FINAL")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .is("AWAITING_FINAL")
                .isInTheQueueOf("executor/transport")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause("AK-14")
    void commonReplyThatCameBack_mayBeAskedOfTheContributorsOnceMore() {
        Walk walk = inTurn("altai-krai", "lead-back", "transport");
        walk.does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "RequestRework", "reasons", List.of("substance"))
                .is("REWORK")
                .does(
                        "curator",
                        "EngageOrgans",
                        "organs",
                        List.of(walk.organ("ecology"), walk.organ("housing")),
                        "lead",
                        walk.organ("transport"),
                        "anew",
                        List.of(walk.organ("ecology")))
                .isInTheQueueOf("executor/ecology")
                .isNotInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("executor/transport")
                .does("executor/ecology", "Contribute", "text", "Подробнее о природе")
                .isInTheQueueOf("executor/transport")
                .shows("/rework/reasons/0", "substance")
                .does("executor/transport", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause({"AK-7", "AK-14"})
    void leadThatIsNotCompetent_givesItBackWhileTheAuthorIsAsked_andTheAnswerIsNotLost() {
        Walk walk = inTurn("altai-krai", "lead-asked", "transport");
        walk.does("curator", "SubmitDraft", "kind", "clarification", "text", QUESTION)
                .isPublished("AWAITING_AUTHOR")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .shows("/organ/id", walk.organ("transport"))
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .is("AWAITING_AUTHOR")
                .isInTheQueueOf("curator")
                .does("curator", "RecordAuthorAnswer", "text", "Дом 7")
                .is("RETURNED")
                .isInTheQueueOf("curator")
                .shows("/marks/authorSaid", "Дом 7")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .is("ROUTED")
                .shows("/marks/authorSaid", "Дом 7")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause({"AK-7", "AK-13", "AK-14"})
    void leadThatIsNotCompetent_givesItBackBesideTheCuratorsInterimReply_whichGoesOut() {
        Walk walk = inTurn("altai-krai", "lead-interim", "transport");
        walk.does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("executor/ecology", "Contribute", "text", "Часть природы")
                .is("APPROVED")
                .mayNot("curator", "wrong-state", "AK-6", "Route", "organ", walk.organ("housing"))
                .does("executor/transport", "Return", "reason", "Двор, не дорога")
                .is("APPROVED")
                .isInTheQueueOf("curator")
                .isPublished("AWAITING_FINAL")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .is("AWAITING_FINAL")
                .isInTheQueueOf("executor/housing")
                .isNotInTheQueueOf("curator")
                .does("executor/housing", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    @Clause({"LP-10", "LP-13"})
    void leadThatIsNotCompetent_givesItBackBesideWordsThatWaitForApproval_andNobodyIsStuckWhenTheyComeBack() {
        Walk walk = inTurn("lipetsk-oblast", "lp-lead", "roads");
        walk.does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .is("ON_APPROVAL")
                .does("responsible/housing", "Contribute", "text", "Часть ЖКХ")
                .does("responsible/ecology", "Contribute", "text", "Часть природы")
                .shows("/organ/id", walk.organ("roads"))
                .does("executor/roads", "Return", "reason", "Двор, не дорога")
                .is("ON_APPROVAL")
                .does("curator", "RequestRework", "reasons", List.of("greeting"))
                .is("REWORK")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .is("ROUTED")
                .isInTheQueueOf("executor/housing");
    }

    @Test
    @Clause({"KH-8", "KH-10"})
    void whileTheAuthorIsAsked_anotherOrganMayGetIt_orTheOrganGivesItBack() {
        Walk walk = Walk.begin(service, "khabarovsk-krai", "asked-elsewhere");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "kind", "clarification", "text", QUESTION)
                .mayNot("executor/transport", "wrong-state", "KH-8", "Return", "reason", "Не наше")
                .does("curator", "Approve")
                .isPublished("AWAITING_AUTHOR")
                .does("curator", "Route", "organ", walk.organ("housing"))
                .is("AWAITING_AUTHOR")
                .shows("/organ/id", walk.organ("housing"))
                .does("executor/housing", "Return", "reason", "Дорога не наша")
                .is("AWAITING_AUTHOR")
                .isInTheQueueOf("curator")
                .does("curator", "Route", "organ", walk.organ("ecology"))
                .isNotInTheQueueOf("curator")
                .does("curator", "RecordAuthorAnswer", "text", "Дом 7")
                .is("IN_WORK")
                .isInTheQueueOf("executor/ecology");
    }

    @Test
    @Clause("LB-5")
    void draft_isAgreedByTheDeputyWhomTheDirectorySetsOverTheBody() {
        Walk walk = Walk.begin(service, "barnaul-leninsky", "own-deputy");
        walk.does("controller", "Route", "organ", walk.organ("social"))
                .does("executor/social", "SubmitDraft", "text", TEXT)
                .isInTheQueueOf("supervisor/social")
                .isNotInTheQueueOf("supervisor")
                .mayNot("supervisor", "not-yours", "LB-5", "Agree")
                .does("supervisor/social", "Agree")
                .is("ON_APPROVAL");
        assertThat(walk.expected("controller")).contains("Approve");
    }

    @Test
    @Clause({"LB-5", "LB-6"})
    void bodyThatIsLeftOut_owesNothingMore_thoughItsPartWaitedForJudgement() {
        Walk walk = Walk.begin(service, "barnaul-leninsky", "left-out");
        walk.does("controller", "EngageOrgans", "organs", List.of(walk.organ("housing"), walk.organ("improvement")))
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("supervisor", "AgreeContribution")
                .isInTheQueueOf("controller")
                .isInTheQueueOf("responsible/housing")
                .does("controller", "EngageOrgans", "organs", List.of(walk.organ("improvement"), walk.organ("social")))
                .isNotInTheQueueOf("controller")
                .isNotInTheQueueOf("responsible/housing")
                .isInTheQueueOf("responsible/social");
        assertThat(walk.facts())
                .containsSubsequence("ContributionSubmitted", "ContributionWithdrawn", "OrgansEngaged")
                .doesNotContainSubsequence("ContributionWithdrawn", "ContributionWithdrawn");
    }

    @Test
    @Clause({"LP-8", "LP-12", "LP-13"})
    void curator_placesAnInterimReplyInTime_whileExecutorsGiveTheirInformation() {
        Walk walk = inTurn("lipetsk-oblast", "lp-meanwhile", "roads");
        walk.does("curator", "SubmitDraft", "kind", "interim", "text", TEXT)
                .is("ON_APPROVAL")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .isInTheQueueOf("responsible/housing")
                .does("curator", "Approve", "checked", List.of("greeting", "grammar", "questions"))
                .does("responsible/housing", "AgreeContribution")
                .isInTheQueueOf("executor/ecology")
                .isPublished("AWAITING_FINAL")
                .isInTheQueueOf("executor/ecology");
    }

    @Test
    @Clause({"VP-15", "VP-17", "VP-21"})
    void curator_asksTheAuthorWhileUnitsWork() {
        Walk walk = Walk.begin(service, "vyatskie-polyany", "vp-meanwhile");
        walk.does("curator", "EngageOrgans", "organs", List.of(walk.organ("housing"), walk.organ("roads")))
                .does("curator", "SubmitDraft", "kind", "clarification", "text", QUESTION)
                .isPublished("AWAITING_AUTHOR")
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("responsible/housing", "AgreeContribution")
                .is("AWAITING_AUTHOR")
                .isNotInTheQueueOf("executor/roads")
                .does("curator", "RecordAuthorAnswer", "text", "Дом 7")
                .is("IN_WORK")
                .isInTheQueueOf("executor/roads")
                .shows("/organ/id", walk.organ("roads"));
    }
}
