package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.testkit.Clause;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/**
 * The clause that each step of the work shows to whoever may take it, in every regulation.
 *
 * <p>«—»: offered though the regulation has no clause for it. That no reaction is needed only Khabarovsk's knows (KH-3); the others are
 * silent, and thanks and remarks have to end somewhere all the same. Tying a repeat to what was considered before is of use to everybody
 * who is asked twice; Khabarovsk's and Barnaul's do not speak of it. «×»: not offered, because the regulation does not know the step.
 */
@Clause({"AK-4", "VP-5", "VP-7", "KH-6", "LB-4", "LP-6"})
class StepClausesIT {

    private static final String TEXT = "Здравствуйте! Фонарь починят до 15 декабря, телефон 8-4212-00-00-00.";

    /** Columns as in {@link #JURISDICTIONS}. */
    private static final String TABLE = """
            Route                 | AK-6  | VP-5  | KH-6  | LB-4 | LP-6
            EngageOrgans          | AK-14 | VP-21 | KH-7  | LB-5 | LP-13
            CorrectClassification | AK-6  | VP-7  | KH-6  | LB-4 | LP-6
            ScreenOut             | AK-17 | VP-22 | KH-4  | LB-9 | LP-17
            Restore               | AK-17 | VP-22 | KH-4  | LB-9 | LP-17
            DecideNoReaction      | —     | —     | KH-3  | —    | —
            LinkRepeat            | AK-15 | VP-19 | —     | —    | LP-14
            SetTerm               | ×     | ×     | ×     | LB-5 | ×
            ShortenTerm           | ×     | ×     | ×     | ×    | LP-6
            MarkAppeal            | ×     | VP-2  | KH-2  | ×    | ×
            ReturnToCurator       | ×     | ×     | ×     | LB-4 | ×
            HandDown              | ×     | ×     | ×     | LB-3 | ×
            ConfirmCompetence     | ×     | ×     | ×     | LB-5 | ×
            Return                | AK-7  | VP-11 | KH-8  | LB-5 | LP-7
            StartWork             | AK-9  | VP-9  | KH-10 | LB-5 | LP-9
            Contribute            | AK-14 | VP-21 | KH-7  | LB-5 | LP-13
            AgreeContribution     | ×     | VP-16 | ×     | LB-5 | LP-13
            DeclineContribution   | ×     | VP-16 | ×     | LB-5 | LP-13
            AcceptContribution    | ×     | ×     | KH-12 | LB-6 | ×
            ReworkContribution    | ×     | ×     | KH-12 | LB-6 | ×
            SubmitDraft           | AK-9  | VP-9  | KH-10 | LB-5 | LP-9
            RecordEmailedDraft    | ×     | VP-13 | ×     | ×    | ×
            Agree                 | ×     | VP-16 | ×     | LB-5 | LP-9
            Decline               | ×     | VP-16 | ×     | LB-5 | LP-9
            EditDraft             | ×     | VP-18 | ×     | ×    | ×
            Approve               | AK-10 | VP-13 | KH-12 | LB-6 | LP-10
            RequestRework         | AK-10 | VP-14 | KH-12 | LB-6 | LP-10
            RecordPublication     | AK-12 | VP-16 | KH-13 | LB-8 | LP-10
            TellUnpublished       | ×     | ×     | KH-13 | LB-8 | ×
            CloseUnpublished      | ×     | VP-20 | ×     | ×    | ×
            RecordAuthorAnswer    | AK-9  | VP-17 | KH-10 | LB-5 | LP-9
            Acknowledge           | ×     | ×     | ×     | ×    | LP-22
            PassUp                | ×     | ×     | ×     | ×    | LP-22
            """;

    private static final List<String> JURISDICTIONS =
            List.of("altai-krai", "vyatskie-polyany", "khabarovsk-krai", "barnaul-leninsky", "lipetsk-oblast");

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(
                TestDatabase.fresh("clauses"), new SettableTime(Instant.parse("2026-11-16T07:00:00Z")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "altai-krai, curator, transport, housing, '', curator, executor/transport",
        "vyatskie-polyany, curator, roads, housing, responsible/roads, curator, executor/roads",
        "khabarovsk-krai, curator, transport, housing, '', curator, executor/transport",
        "barnaul-leninsky, controller, housing, improvement, supervisor, controller, controller",
        "lipetsk-oblast, curator, roads, health, responsible/roads, curator, curator"
    })
    void everyStep_namesTheClauseThatAllowsIt(
            String jurisdiction,
            String sender,
            String organ,
            String other,
            String agreer,
            String approver,
            String publisher) {
        Map<String, String> shown = new LinkedHashMap<>();
        Walk walk = Walk.begin(service, jurisdiction, "clauses");
        shown.putAll(walk.clauses("curator"));
        shown.putAll(walk.clauses(sender));
        shown.putAll(screenedAndRestored(jurisdiction));
        if (sender.equals("controller")) {
            shown.putAll(givenBack(jurisdiction));
        }
        shown.putAll(withSeveral(jurisdiction, sender, organ, other, agreer));
        shown.putAll(significant(jurisdiction, sender));
        walk.does(sender, "Route", "organ", walk.organ(organ));
        shown.putAll(walk.clauses("curator"));
        shown.putAll(walk.clauses(sender));
        shown.putAll(walk.clauses("executor/" + organ));
        shown.putAll(walk.clauses("responsible/" + organ));
        for (String kind : List.of("clarification", "final")) {
            walk.does("executor/" + organ, "SubmitDraft", "kind", kind, "text", TEXT);
            if (walk.card().at("/state").asString().equals("ON_AGREEMENT")) {
                shown.putAll(walk.clauses(agreer));
                walk.does(agreer, "Agree");
            }
            shown.putAll(walk.clauses(approver));
            walk.does(approver, "Approve", "checked", ticks(jurisdiction, kind));
            if (!approver.equals("curator")) {
                walk.does("curator", "Approve");
            }
            if (kind.equals("clarification")) {
                shown.putAll(walk.isPublished("AWAITING_AUTHOR").clauses("curator"));
            }
        }
        shown.putAll(walk.cannotBePosted().clauses(publisher));
        shown.putAll(walk.clauses("curator"));

        assertThat(known(shown)).isEqualTo(expected(jurisdiction));
    }

    @Test
    void everyJurisdiction_hasItsColumn() {
        assertThat(TABLE.lines()).allMatch(line -> line.split("\\|", -1).length == JURISDICTIONS.size() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "altai-krai, AK-17, harm abuse threat, advertising",
        "vyatskie-polyany, VP-22, abuse threat violence advertising, harm",
        "khabarovsk-krai, KH-4, harm abuse threat, other",
        "barnaul-leninsky, LB-9, abuse threat, advertising",
        "lipetsk-oblast, LP-17, harm abuse threat, other"
    })
    @Clause({"AK-17", "VP-22", "KH-4", "LP-17"})
    void screeningByHand_takesOneOfTheGroundsThatTheRegulationNames(
            String jurisdiction, String clause, String named, String foreign) {
        Walk walk = Walk.begin(service, jurisdiction, "ground");
        JsonNode offer = walk.offer("curator", "ScreenOut");
        assertThat(offer.at("/reasons").valueStream())
                .extracting(
                        each -> each.at("/id").asString(),
                        each -> each.at("/clause").asString())
                .containsExactlyElementsOf(Arrays.stream(named.split(" "))
                        .map(ground -> tuple(ground, clause))
                        .toList());
        walk.mayNot("curator", "reason-required", clause, "ScreenOut", "reason", "Реклама", "comment", "Реклама")
                .mayNot("curator", "unknown-screening-ground", clause, "ScreenOut", "ground", foreign);

        walk.does("curator", "ScreenOut", "ground", "threat", "comment", "Про главу")
                .isScreenedApart();

        JsonNode told = walk.entry("IncidentScreenedOut");
        assertThat(told.at("/title").asString()).startsWith("Отсеяно: Угрозы ").endsWith(": Про главу");
        assertThat(told.at("/clause").asString()).isEqualTo(clause);
        assertThat(told.at("/details/ground/id").asString()).isEqualTo("threat");
        assertThat(told.at("/details/ground/clause").asString()).isEqualTo(clause);
        walk.does("curator", "Restore", "reason", "Не угроза").isNotScreened();
    }

    /** What the publisher writes to the supervisor of comes from these facts; that it does, its own tests hold. */
    @ParameterizedTest
    @CsvSource({
        "altai-krai, transport, executor/transport, substance",
        "lipetsk-oblast, roads, responsible/roads, greeting"
    })
    @Clause({"AK-19", "LP-19"})
    void shortcomings_goOutWithTheOrganAndThePersonsForTheLetterToTheSupervisor(
            String jurisdiction, String organ, String author, String reason) {
        List<String> ticks =
                jurisdiction.equals("lipetsk-oblast") ? List.of("greeting", "grammar", "questions") : List.of();
        Walk walk = Walk.begin(service, jurisdiction, "shortcomings")
                .does("curator", "Route", "organ", jurisdiction + "." + organ)
                .does("executor/" + organ, "StartWork")
                .does(author, "SubmitDraft", "text", TEXT)
                .does("curator", "RequestRework", "reasons", List.of(reason))
                .does(author, "SubmitDraft", "text", TEXT)
                .does("curator", "Approve", "checked", ticks)
                .cannotBePosted();

        await().untilAsserted(() -> assertThat(told(walk))
                .map(event -> event.fact().getClass().getSimpleName())
                .endsWith(
                        "IncidentRouted",
                        "WorkStarted",
                        "DraftSubmitted",
                        "ReworkRequested",
                        "DraftSubmitted",
                        "ReplyApproved",
                        "ManualPublicationNeeded"));
        List<IncidentEvent> told = told(walk);
        assertThat(told).allMatch(event -> event.jurisdiction().equals(jurisdiction));
        assertThat(told.get(1).fact())
                .isInstanceOfSatisfying(
                        IncidentFact.IncidentRouted.class,
                        routed -> assertThat(routed.organ()).isEqualTo(walk.organ(organ)));
        assertThat(told.get(2).by().id()).isEqualTo("executor." + organ);
        assertThat(told.get(3).by().organ()).isEqualTo(walk.organ(organ));
        assertThat(told.get(4).fact()).isEqualTo(new IncidentFact.ReworkRequested(List.of(reason), null));
        assertThat(told.getLast().fact())
                .isInstanceOfSatisfying(
                        IncidentFact.ManualPublicationNeeded.class,
                        needed -> assertThat(needed.reason()).isEqualTo("COMMENTS_CLOSED"));
    }

    private static List<IncidentEvent> told(Walk walk) {
        return service.lies(Topics.INCIDENTS_LIFECYCLE, walk.id().toString()).stream()
                .map(json -> Json.mapper().readValue(String.valueOf(json), IncidentEvent.class))
                .toList();
    }

    private static Map<String, String> screenedAndRestored(String jurisdiction) {
        return Walk.begin(service, jurisdiction, "clauses-screened")
                .does("curator", "ScreenOut", "ground", "abuse")
                .clauses("curator");
    }

    private static List<String> ticks(String jurisdiction, String kind) {
        if (!jurisdiction.equals("lipetsk-oblast")) {
            return List.of();
        }
        return kind.equals("final") ? List.of("greeting", "grammar", "questions") : List.of("greeting", "grammar");
    }

    /** What the first organ is offered, whoever agrees its part, and whoever judges that. */
    private static Map<String, String> withSeveral(
            String jurisdiction, String sender, String organ, String other, String agreer) {
        Walk walk = Walk.begin(service, jurisdiction, "clauses-several");
        List<String> organs = List.of(walk.organ(organ), walk.organ(other));
        if (jurisdiction.equals("altai-krai")) {
            walk.does(sender, "EngageOrgans", "organs", organs, "lead", walk.organ("social"));
        } else {
            walk.does(sender, "EngageOrgans", "organs", organs);
        }
        Map<String, String> shown = new LinkedHashMap<>(walk.clauses("executor/" + organ));
        walk.does("executor/" + organ, "Contribute", "text", TEXT);
        if (!agreer.isEmpty()) {
            shown.putAll(walk.clauses(agreer));
            walk.does(agreer, "AgreeContribution");
        }
        shown.putAll(walk.clauses(sender));
        return shown;
    }

    private static Map<String, String> significant(String jurisdiction, String sender) {
        return Walk.begin(service, jurisdiction, "clauses-significant")
                .does(
                        sender,
                        "CorrectClassification",
                        "topicGroup",
                        "Дороги",
                        "topic",
                        "Ямы",
                        "importance",
                        Importance.ELEVATED)
                .clauses("leadership");
    }

    private static Map<String, String> givenBack(String jurisdiction) {
        return Walk.begin(service, jurisdiction, "clauses-back")
                .does("controller", "ReturnToCurator", "reason", "Дорога краевая")
                .clauses("curator");
    }

    /** Of the steps in the table, in its order. */
    private static Map<String, String> known(Map<String, String> shown) {
        Map<String, String> known = new LinkedHashMap<>();
        TABLE.lines()
                .map(line -> line.split("\\|")[0].strip())
                .filter(shown::containsKey)
                .forEach(step -> known.put(step, String.valueOf(shown.get(step))));
        return known;
    }

    private static Map<String, String> expected(String jurisdiction) {
        int column = JURISDICTIONS.indexOf(jurisdiction) + 1;
        Map<String, String> expected = new LinkedHashMap<>();
        TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(cells -> !cells.get(column).equals("×"))
                .forEach(cells -> expected.put(cells.getFirst(), cells.get(column)));
        return expected;
    }
}
