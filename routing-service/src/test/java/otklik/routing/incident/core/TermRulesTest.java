package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.testkit.Clause;

/** Whose answer the controller may set a term for: whoever writes now. */
@Clause("LB-5")
class TermRulesTest {

    private static final UUID ID = new UUID(5, 5);
    private static final Instant NOW = Instant.parse("2026-06-16T03:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final String A = "barnaul-leninsky.a";
    private static final String B = "barnaul-leninsky.b";
    private static final String C = "barnaul-leninsky.c";
    private static final Actor BY = new Actor("somebody", null, "executor", null);

    @Test
    void organThatHasIt_untilItsDraftIsHandedIn() {
        Incident routed = blank().after(List.of(new Fact.IncidentRouted(A, "А", false, null, null)));

        assertThat(set("", routed)).extracting(StepFact.TermSet::organ).containsExactly(A);
        Incident handedIn = routed.after(List.of(submitted()));
        assertThat(TermRules.writers(handedIn)).isEmpty();
        assertThat(refused(new StepCommand.SetTerm("", LATER), handedIn, controller()))
                .isEqualTo(Reason.WRONG_STATE);
    }

    /** Where the city's curator sends it back, nobody has set any (LB-6); where the controller did, another may be set. */
    @ParameterizedTest
    @CsvSource(
            value = {"null", "2026-06-16T04:00:00Z"},
            nullValues = "null")
    void whatIsAmended_mayBeGivenAnotherTerm(@Nullable Instant former) {
        Incident amending = blank().after(List.of(
                new Fact.IncidentRouted(A, "А", false, null, null),
                submitted(),
                new Fact.ReworkRequested(List.of("topic"), "Не о том", former)));

        List<Fact> facts = accepted(new StepCommand.SetTerm("", LATER), amending, controller());

        assertThat(facts).containsExactly(new StepFact.TermSet(A, "А", LATER));
        assertThat(amending.after(facts).rework()).isEqualTo(new Incident.Rework(List.of("topic"), "Не о том", LATER));
    }

    @Test
    void partThatIsAmended_mayBeGivenAnotherTerm() {
        Incident amending = blank().after(List.of(
                new PartFact.OrgansEngaged(
                        List.of(A, B), null, CooperationMode.PARALLEL_CONSOLIDATED_BY_CONTROLLER, null, null),
                new PartFact.ContributionRequested(A, "А", false),
                new PartFact.ContributionSubmitted(A, "Часть", 1, BY, NOW, false, null),
                new PartFact.ContributionReworkRequested(A, List.of("topic"), null, NOW.plusSeconds(60))));

        Incident set = amending.after(accepted(new StepCommand.SetTerm(A, LATER), amending, controller()));

        assertThat(PartRules.several(set).part(A).orElseThrow().rework())
                .isEqualTo(new Incident.Rework(List.of("topic"), null, LATER));
    }

    @Test
    void eachOfSeveralWhosePartIsNotThere_orOneOfThem() {
        Incident asked = blank().after(List.of(
                new PartFact.OrgansEngaged(
                        List.of(A, B), null, CooperationMode.PARALLEL_CONSOLIDATED_BY_CONTROLLER, null, null),
                new PartFact.ContributionRequested(A, "А", false),
                new PartFact.ContributionRequested(B, "Б", false)));

        assertThat(set("", asked)).extracting(StepFact.TermSet::organ).containsExactly(A, B);
        assertThat(set(B, asked)).containsExactly(new StepFact.TermSet(B, "Б", LATER));
        Incident oneIsThere =
                asked.after(List.of(new PartFact.ContributionSubmitted(A, "Часть", 1, BY, NOW, false, null)));
        assertThat(set("", oneIsThere)).extracting(StepFact.TermSet::organ).containsExactly(B);
        assertThat(refused(new StepCommand.SetTerm(A, LATER), oneIsThere, controller()))
                .isEqualTo(Reason.UNKNOWN_PART);
    }

    @Test
    void termBesideTheSending_isOfThoseWhoWriteAfterIt() {
        List<Fact> facts = accepted(new Command.Route(A, LATER), blank(), controller());

        assertThat(facts).hasSize(2).last().isEqualTo(new StepFact.TermSet(A, "А", LATER));
        assertThat(accepted(new Command.Route(B, LATER), blank().after(facts), controller()))
                .last()
                .isEqualTo(new StepFact.TermSet(B, "Б", LATER));
    }

    /** Others keep the term that they were given. */
    @Test
    void termBesideAChangedOrder_isOfThoseWhoAreAskedByIt() {
        Incident asked = blank().after(accepted(engage(A, B), blank(), controller()));

        assertThat(accepted(engage(A, B, C), asked, controller()))
                .filteredOn(StepFact.TermSet.class::isInstance)
                .containsExactly(new StepFact.TermSet(C, "В", LATER));
    }

    private static PartCommand.EngageOrgans engage(String... organs) {
        return new PartCommand.EngageOrgans(List.of(organs), null, null, LATER);
    }

    @Test
    void termThatIsNoneOrPastOrASlipInTheYear_isRefused_andNothingIsSent() {
        assertThat(refused(new Command.Route(A, NOW.plus(Duration.ofDays(900 * 365L))), blank(), controller()))
                .isEqualTo(Reason.TERM_REQUIRED);
        assertThat(refused(new Command.Route(A, NOW), blank(), controller())).isEqualTo(Reason.TERM_REQUIRED);
        Incident routed = blank().after(List.of(new Fact.IncidentRouted(A, "А", false, null, null)));
        assertThat(refused(new StepCommand.SetTerm("", null), routed, controller()))
                .isEqualTo(Reason.TERM_REQUIRED);
        assertThat(refused(new StepCommand.SetTerm("", NOW), routed, controller()))
                .isEqualTo(Reason.TERM_REQUIRED);
    }

    /** AK-9 counts the term itself. */
    @Test
    void whereTheRegulationHasAFigure_nobodySetsOne() {
        Incident incident = blank("altai-krai");
        Asking asking = asking("curator", "altai-krai");

        assertThat(refused(new Command.Route("altai-krai.a", LATER), incident, asking))
                .isEqualTo(Reason.TERM_NOT_YOURS);
        assertThat(refused(new StepCommand.SetTerm("", LATER), incident, asking))
                .isEqualTo(Reason.NOT_IN_REGULATION);
    }

    private static List<StepFact.TermSet> set(String organ, Incident incident) {
        return accepted(new StepCommand.SetTerm(organ, LATER), incident, controller()).stream()
                .map(StepFact.TermSet.class::cast)
                .toList();
    }

    private static List<Fact> accepted(Command command, Incident incident, Asking asking) {
        return ((Decision.Accepted) Casework.decide(incident, command, asking)).facts();
    }

    private static @Nullable Reason refused(Command command, Incident incident, Asking asking) {
        return ((Decision.Rejected) Casework.decide(incident, command, asking)).reason();
    }

    private static Fact submitted() {
        return new Fact.DraftSubmitted(ReplyKind.FINAL, "Здравствуйте!", 1, BY, NOW, A, null, null, null, null, null);
    }

    private static Asking controller() {
        return asking("controller", "barnaul-leninsky");
    }

    private static Asking asking(String role, String jurisdiction) {
        return new Asking(
                new Caller(role, role, List.of(Grant.parse(role + "@" + jurisdiction))),
                Regulations.shipped().get(jurisdiction),
                new Directory(List.of(organ(A, "А"), organ(B, "Б"), organ(C, "В"), organ("altai-krai.a", "Алтай"))),
                NOW,
                ID);
    }

    private static Organ organ(String id, String name) {
        return new Organ(
                id,
                id.substring(0, id.indexOf('.')),
                name,
                null,
                null,
                List.of(
                        new Person("r-" + id, "Р", Role.RESPONSIBLE, null),
                        new Person("e-" + id, "И", Role.EXECUTOR, null)));
    }

    private static Incident blank() {
        return blank("barnaul-leninsky");
    }

    private static Incident blank(String jurisdiction) {
        return new Incident(
                ID,
                jurisdiction,
                "1",
                1,
                State.NEW,
                Channel.VK,
                null,
                Map.of(),
                NOW,
                new Classification("Дворы", "Снег", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1"),
                null,
                null,
                null,
                null,
                0,
                null,
                Marks.NONE);
    }
}
