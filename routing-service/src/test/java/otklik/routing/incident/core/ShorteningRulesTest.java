package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
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
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.Screening;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.directory.core.Directory;
import otklik.testkit.Clause;

/** What the curator may name as the end of the executor's term, and what not. The day is Tuesday, 16 June 2026; times are Moscow's. */
@Clause("LP-6")
class ShorteningRulesTest {

    private static final UUID ID = new UUID(6, 6);
    private static final Instant NOW = at("10:00");
    private static final String ROADS = "lipetsk-oblast.roads";

    @ParameterizedTest
    @CsvSource({
        "10:00, TERM_REQUIRED",
        "09:59, TERM_REQUIRED",
        "'', TERM_REQUIRED",
        "14:48, NOT_SHORTER",
        "17:00, NOT_SHORTER"
    })
    void endThatIsNoneOrPastOrNotEarlierThanTheRegulations_isRefused(String time, Reason reason) {
        Decision.Rejected no = refused(blank(), shorten(time.isEmpty() ? null : at(time)), asking(List.of()));

        assertThat(no.reason()).isEqualTo(reason);
        assertThat(no.clause()).isEqualTo("LP-6");
    }

    /** Four working hours from ten: three until the break, one after it. */
    @Test
    void endBeforeTheRegulations_isTaken_andStaysWithTheIncident() {
        Incident shortened = accepted(blank(), shorten(at("14:47")), asking(List.of()));

        assertThat(shortened.marks().shortened()).isEqualTo(new Marks.Shortened(at("14:47"), "Завтра праздник"));
        assertThat(shortened.state()).isEqualTo(State.NEW);
        Incident returned = shortened.after(List.of(
                new Fact.IncidentRouted(ROADS, "Дороги", false, null, null),
                new Fact.IncidentReturned(ROADS, "Не наше")));
        assertThat(returned.marks().shortened()).isEqualTo(shortened.marks().shortened());
    }

    @Test
    void termThatRuns_isComparedWithItsOwnEnd_notWithThatOfOneThatWouldBeginNow() {
        Asking asking = asking(List.of(new KnownTerm("draft", at("08:30"), true)));

        Decision.Rejected no = refused(routed(), shorten(at("12:30")), asking);

        assertThat(no.reason()).isEqualTo(Reason.NOT_SHORTER);
        assertThat(no.detail()).isEqualTo("По регламенту проект нужен до вт 16 июня 12:30. Назначьте время раньше.");
        assertThat(accepted(routed(), shorten(at("12:29")), asking).marks().shortened())
                .isNotNull();
    }

    @Test
    void termThatWasMetAndDoesNotRun_cannotBeShortened() {
        Asking asking = asking(List.of(new KnownTerm("draft", at("08:30"), false)));

        assertThat(refused(routed(), shorten(at("12:00")), asking).reason()).isEqualTo(Reason.NOTHING_TO_SHORTEN);
        assertThat(accepted(blank(), shorten(at("12:00")), asking).marks().shortened())
                .isNotNull();
    }

    /** Two calendar hours for each from when it is asked: the first until 12:00, the second and the last as late as 16:00. */
    @Test
    @Clause({"LP-6", "LP-13"})
    void besideAQuestionToTheAuthor_onlyWhatIsAwaitedOfTheOrgansIsShortened() {
        Incident asked = blank().after(List.of(
                new PartFact.OrgansEngaged(List.of("a"), ROADS, CooperationMode.SEQUENTIAL, null, null),
                new PartFact.ContributionRequested("a", "А", false)));
        Asking asking = asking(List.of(new KnownTerm("contribute", NOW, true)));

        assertThat(accepted(asked.with(next -> next.state = State.AWAITING_AUTHOR), shorten(at("11:30")), asking))
                .isNotNull();
        assertThat(refused(routed().with(next -> next.state = State.AWAITING_AUTHOR), shorten(at("11:30")), asking)
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    @Clause("LP-13")
    void organsInTurn_areComparedWithTheEndOfTheLast_andTheLastWithItsOwn() {
        Incident first = blank().after(List.of(
                new PartFact.OrgansEngaged(List.of("a", "b"), ROADS, CooperationMode.SEQUENTIAL, null, null),
                new PartFact.ContributionRequested("a", "А", false)));
        Asking asking = asking(List.of(new KnownTerm("contribute", NOW, true)));
        Decision.Rejected no = refused(first, shorten(at("16:00")), asking);
        assertThat(no.reason()).isEqualTo(Reason.NOT_SHORTER);
        assertThat(no.detail()).isEqualTo("По регламенту проект нужен до вт 16 июня 16:00. Назначьте время раньше.");
        assertThat(accepted(first, shorten(at("15:59")), asking).marks().shortened())
                .isNotNull();
        assertThat(accepted(first, shorten(at("15:59")), asking(List.of(new KnownTerm("contribute", NOW, false)))))
                .as("the next one's term is not heard of yet")
                .isNotNull();

        Incident last = first.after(List.of(
                given("a"),
                new PartFact.ContributionRequested("b", "Б", false),
                given("b"),
                new PartFact.ContributionRequested(ROADS, "Дороги", true),
                new Fact.IncidentRouted(ROADS, "Дороги", false, null, null)));

        assertThat(refused(last, shorten(at("12:00")), asking).reason()).isEqualTo(Reason.NOT_SHORTER);
        assertThat(accepted(last, shorten(at("11:59")), asking).marks().shortened())
                .isNotNull();
    }

    private static Fact given(String organ) {
        return new PartFact.ContributionSubmitted(
                organ, "Часть", 1, new Actor("e", "Имя", "executor", organ), NOW, true, null);
    }

    @Test
    void anotherEnd_takesThePlaceOfTheFormer_theSameChangesNothing() {
        Incident shortened = accepted(blank(), shorten(at("12:00")), asking(List.of()));

        assertThat(refused(shortened, shorten(at("12:00")), asking(List.of())).reason())
                .isEqualTo(Reason.NOTHING_CHANGED);
        assertThat(accepted(shortened, shorten(at("13:00")), asking(List.of())).marks())
                .extracting(Marks::shortened)
                .isEqualTo(new Marks.Shortened(at("13:00"), "Завтра праздник"));
    }

    @Test
    void whyItIsWantedSooner_hasToBeSaid() {
        assertThat(refused(blank(), new StepCommand.ShortenTerm(at("12:00"), " "), asking(List.of()))
                        .reason())
                .isEqualTo(Reason.REASON_REQUIRED);
    }

    @Test
    void regulationThatDoesNotSpeakOfIt_offersItToNobody() {
        Asking altai = new Asking(
                curator("altai-krai"), Regulations.shipped().get("altai-krai"), new Directory(List.of()), NOW, ID);
        Incident incident = blank("altai-krai");

        assertThat(Casework.possible(incident, altai)).contains(Step.ROUTE).doesNotContain(Step.SHORTEN_TERM);
        assertThat(refused(incident, shorten(at("12:00")), altai).reason()).isEqualTo(Reason.NOT_IN_REGULATION);
    }

    private static StepCommand.ShortenTerm shorten(@Nullable Instant dueAt) {
        return new StepCommand.ShortenTerm(dueAt, "Завтра праздник");
    }

    private static Decision.Rejected refused(Incident incident, Command command, Asking asking) {
        return (Decision.Rejected) Casework.decide(incident, command, asking);
    }

    private static Incident accepted(Incident incident, Command command, Asking asking) {
        return incident.after(((Decision.Accepted) Casework.decide(incident, command, asking)).facts());
    }

    private static Asking asking(List<KnownTerm> terms) {
        return new Asking(
                        curator("lipetsk-oblast"),
                        Regulations.shipped().get("lipetsk-oblast"),
                        new Directory(List.of()),
                        NOW,
                        ID)
                .with(terms);
    }

    private static Caller curator(String jurisdiction) {
        return new Caller("curator", "Куратор", List.of(Grant.parse("curator@" + jurisdiction)));
    }

    private static Incident routed() {
        return blank().after(List.of(new Fact.IncidentRouted(ROADS, "Дороги", false, null, null)));
    }

    private static Incident blank() {
        return blank("lipetsk-oblast");
    }

    private static Incident blank(String jurisdiction) {
        return new Incident(
                ID,
                jurisdiction,
                "LP-1",
                1,
                State.NEW,
                Channel.VK,
                null,
                Map.of(),
                at("09:50"),
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1"),
                null,
                null,
                null,
                null,
                0,
                null,
                Marks.NONE);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse("2026-06-16T" + time + ":00+03:00").toInstant();
    }
}
