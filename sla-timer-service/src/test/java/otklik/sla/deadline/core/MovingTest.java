package otklik.sla.deadline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.DeadlineFact.DeadlineMoved;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.time.ProductionCalendar;
import otklik.testkit.Clause;

/** Deadlines that move while they run: a decree changes the calendar, the curator raises the importance. */
class MovingTest {

    private static final UUID INCIDENT = IncidentId.nameBased("moving");
    private static final Regulation ALTAI = Regulations.shipped().get("altai-krai");
    private static final Regulation BEFORE_THE_DECREE =
            ALTAI.on(ProductionCalendar.russia().asKnownOn(LocalDate.of(2021, 10, 1)));

    @Test
    @Clause("AK-13")
    void aDecreeThatMakesAWeekNonWorking_movesWhatIsOpen_andNothingThatHasEnded() {
        Instant interimAt = at("2021-10-25T10:00:00+07:00");
        IncidentClocks clocks = begun("altai-krai", at("2021-10-25T08:00:00+07:00"), BEFORE_THE_DECREE);
        clocks = after(clocks, 2, interimAt, published(interimAt), BEFORE_THE_DECREE);
        assertThat(due(clocks, "final")).isEqualTo(at("2021-11-03T16:00:00+07:00"));

        Look look = clocks.look(ALTAI, at("2021-10-26T09:00:00+07:00"));

        // 26–29 October are four; after the decreed days 8, 9 and 10 November.
        assertThat(due(look.clocks(), "final")).isEqualTo(at("2021-11-10T17:00:00+07:00"));
        assertThat(look.events()).filteredOn(MovingTest::isMove).singleElement().satisfies(event -> {
            assertThat(event.stage()).isEqualTo("final");
            assertThat(((DeadlineMoved) event.fact()).previousDueAt()).isEqualTo(at("2021-11-03T16:00:00+07:00"));
            assertThat(((DeadlineMoved) event.fact()).explanation()).contains("указ № 595");
        });
        assertThat(look.clocks().look(ALTAI, at("2021-10-26T09:00:01+07:00")).events())
                .isEmpty();
    }

    @Test
    void aBreachOfADueInstantThatMoved_isTakenBack_andComesAgainInItsTime() {
        Instant interimAt = at("2021-10-25T10:00:00+07:00");
        IncidentClocks clocks = begun("altai-krai", at("2021-10-25T08:00:00+07:00"), BEFORE_THE_DECREE);
        clocks = after(clocks, 2, interimAt, published(interimAt), BEFORE_THE_DECREE);
        clocks = clocks.look(BEFORE_THE_DECREE, at("2021-11-03T18:00:00+07:00")).clocks();
        assertThat(status(clocks, "final")).isEqualTo(Status.BREACHED);

        clocks = clocks.look(ALTAI, at("2021-11-03T18:01:00+07:00")).clocks();
        assertThat(status(clocks, "final")).isEqualTo(Status.WARNED);

        Look look = clocks.look(ALTAI, at("2021-11-10T17:00:01+07:00"));
        assertThat(look.events())
                .filteredOn(event -> event.fact() instanceof DeadlineFact.DeadlineBreached)
                .extracting(DeadlineEvent::stage, DeadlineEvent::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("final", at("2021-11-10T17:00:00+07:00")));
    }

    @Test
    @Clause("LP-6")
    void aShortenedTerm_isNotLengthenedByADecreeNorByImportance() {
        Regulation lipetsk = Regulations.shipped().get("lipetsk-oblast");
        Regulation before = lipetsk.on(ProductionCalendar.russia().asKnownOn(LocalDate.of(2021, 10, 1)));
        IncidentClocks clocks = begun("lipetsk-oblast", at("2021-10-29T14:50:00+03:00"), before);
        clocks = after(
                clocks,
                2,
                at("2021-10-29T15:00:00+03:00"),
                new IncidentFact.IncidentRouted("a", "А", false, null),
                before);
        // An hour and a half on Friday, the rest on Monday, which the decree makes a day off.
        assertThat(due(clocks, "draft")).isEqualTo(at("2021-11-01T11:00:00+03:00"));

        Instant named = at("2021-11-01T10:00:00+03:00");
        clocks = after(
                clocks, 3, at("2021-10-29T15:10:00+03:00"), new IncidentFact.TermShortened(named, "срочно"), before);
        assertThat(due(clocks, "draft")).isEqualTo(named);

        Look look = clocks.look(lipetsk, at("2021-10-29T15:11:00+03:00"));
        assertThat(due(look.clocks(), "draft")).isEqualTo(named);
        assertThat(look.events()).noneMatch(event -> event.stage().equals("draft"));
        IncidentClocks corrected = after(
                look.clocks(),
                4,
                at("2021-10-29T15:12:00+03:00"),
                new IncidentFact.ClassificationCorrected("Дороги", "Ямы", null, Importance.ELEVATED),
                lipetsk);
        assertThat(due(corrected, "draft")).isEqualTo(named);
    }

    @Test
    @Clause({"VP-7", "VP-8"})
    void raisedImportance_recomputesFromTheOriginalStart() {
        Regulation vyatskie = Regulations.shipped().get("vyatskie-polyany");
        Instant detectedAt = at("2026-06-08T09:00:00+03:00");
        IncidentClocks clocks = begun("vyatskie-polyany", detectedAt, vyatskie);
        assertThat(due(clocks, "publish")).isEqualTo(at("2026-06-09T09:00:00+03:00"));

        IncidentClocks raised = after(
                clocks,
                2,
                at("2026-06-08T10:00:00+03:00"),
                new IncidentFact.ClassificationCorrected("Дороги", "Ямы", null, Importance.ELEVATED),
                vyatskie);

        // Four working hours from nine: three until noon, one after the break.
        assertThat(due(raised, "publish")).isEqualTo(at("2026-06-08T14:00:00+03:00"));
    }

    @Test
    void everyShippedRegulation_setsAndEndsItsClocks() {
        for (Regulation regulation : Regulations.shipped().all()) {
            Instant detectedAt = at("2026-06-08T07:00:00Z");
            IncidentClocks clocks = begun(regulation.id(), detectedAt, regulation);
            assertThat(clocks.deadlines()).as(regulation.id()).isNotEmpty();
            clocks = after(
                    clocks,
                    2,
                    detectedAt.plusSeconds(60),
                    new IncidentFact.IncidentScreenedOut(Screening.INSULT, null),
                    regulation);
            assertThat(clocks.deadlines()).as(regulation.id()).noneMatch(IncidentDeadline::isOpen);
            assertThat(clocks.lookAt()).isNull();
        }
    }

    private static IncidentClocks begun(String jurisdiction, Instant detectedAt, Regulation regulation) {
        IncidentFact registered = new IncidentFact.IncidentRegistered(
                "1",
                Channel.VK,
                PostKind.POST,
                null,
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1"),
                detectedAt);
        return taken(IncidentClocks.begin(event(jurisdiction, 1, detectedAt, registered), regulation, detectedAt));
    }

    private static IncidentClocks after(
            IncidentClocks clocks, long version, Instant at, IncidentFact fact, Regulation regulation) {
        return taken(clocks.after(event(clocks.jurisdiction(), version, at, fact), regulation, at));
    }

    private static IncidentClocks taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).clocks();
    }

    private static IncidentEvent event(String jurisdiction, long version, Instant at, IncidentFact fact) {
        return new IncidentEvent(INCIDENT, jurisdiction, version, at, Actor.SYSTEM, fact);
    }

    private static IncidentFact published(Instant at) {
        return new IncidentFact.ReplyPublished(
                IncidentId.nameBased("reply"), ReplyKind.INTERIM, "https://vk.example/1", at, false);
    }

    private static boolean isMove(DeadlineEvent event) {
        return event.fact() instanceof DeadlineMoved;
    }

    private static Instant due(IncidentClocks clocks, String stage) {
        return of(clocks, stage).dueAt();
    }

    private static Status status(IncidentClocks clocks, String stage) {
        return of(clocks, stage).status();
    }

    private static IncidentDeadline of(IncidentClocks clocks, String stage) {
        return clocks.deadlines().stream()
                .filter(deadline -> deadline.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
