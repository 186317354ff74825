package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.sla.deadline.Facts.HOUSING;
import static otklik.sla.deadline.Facts.TRANSPORT;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.Outcome;
import otklik.sla.deadline.core.Status;
import otklik.testkit.Clause;

/** A step that was taken back leaves the clocks as though it had never been taken (ADR 7). */
class UndoTest {

    private static final Instant START = Instant.parse("2026-06-10T03:00:00Z");
    private static final UUID ID = IncidentId.nameBased("undo");
    private static final int ENOUGH_SECONDS = 86_400 * 6;

    private final Bench bench;

    UndoTest(@TempDir Path stateDir) {
        bench = new Bench("2026-06-10T16:00:00+07:00", stateDir);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void routingTakenBack_opensTheCuratorsTermAgain_andVoidsTheOrgans() {
        Story story = new Story(bench);
        story.registered("2026-06-10T16:20:00+07:00").step("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT));
        bench.told();

        story.undo("2026-06-10T16:30:20+07:00", 1);

        assertThat(bench.told())
                .contains(
                        "06-10 16:30 route reopened",
                        "06-10 16:30 return cancelled: Шаг, с которого пошёл срок, отменён")
                .noneMatch(line -> line.contains("met"));
    }

    @Test
    void termThatRanOutMeanwhile_isBreachedAtItsOwnInstant() {
        Story story = new Story(bench);
        story.registered("2026-06-10T16:20:00+07:00").step("2026-06-10T16:49:50+07:00", Facts.routed(TRANSPORT));
        bench.told();

        story.undo("2026-06-10T16:50:10+07:00", 1);

        assertThat(story.told("route")).containsExactly("06-10 16:50 route reopened", "06-10 16:50 route breached");
        assertThat(bench.all)
                .filteredOn(told -> told.event() instanceof DeadlineEvent event
                        && event.stage().equals("route")
                        && event.fact() instanceof DeadlineFact.DeadlineBreached)
                .singleElement()
                .satisfies(told -> assertThat(told.time()).isEqualTo(Facts.at("2026-06-10T16:50:00+07:00")));
    }

    @Test
    @Clause("LP-6")
    void shortenedTermTakenBack_isAsTheRegulationHasIt_andABreachMeanwhileIsVoid() {
        Story story = new Story(bench, "shortened", "lipetsk-oblast");
        story.registered("2026-06-11T09:00:00+03:00")
                .step("2026-06-11T09:10:00+03:00", Facts.routed(TRANSPORT))
                .step(
                        "2026-06-11T09:20:00+03:00",
                        new IncidentFact.TermShortened(Facts.at("2026-06-11T09:20:10+03:00"), "праздник"));
        bench.at("2026-06-11T09:20:15+03:00");
        assertThat(story.told("draft"))
                .contains("06-11 13:20 draft moved 06-11 17:58 → 06-11 13:20", "06-11 13:20 draft breached");

        story.undo("2026-06-11T09:20:25+03:00", 1);
        assertThat(story.told("draft")).containsExactly("06-11 13:20 draft moved 06-11 13:20 → 06-11 17:58");

        bench.at("2026-06-11T13:58:01+03:00");
        assertThat(story.told("draft")).contains("06-11 17:58 draft breached");
    }

    @Test
    void sameStepTakenAgain_isToldAgainUnderAnotherId() {
        Story story = new Story(bench);
        story.registered("2026-06-10T16:20:00+07:00")
                .step("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .undo("2026-06-10T16:30:20+07:00", 1)
                .step("2026-06-10T16:30:25+07:00", Facts.routed(HOUSING));

        assertThat(story.told("route"))
                .containsSubsequence("06-10 16:30 route met", "06-10 16:30 route reopened", "06-10 16:30 route met");
        assertThat(bench.all)
                .doesNotHaveDuplicates()
                .extracting(told -> told.id())
                .doesNotHaveDuplicates();
    }

    /** Every step after every beginning under every regulation: clocks, time ledger and what comes later are those of a life without it. */
    @ParameterizedTest
    @MethodSource("otklik.sla.deadline.UndoTest#regulations")
    void anyStepTakenBack_isAsThoughItHadNotBeen(String id) {
        Regulation regulation = Regulations.shipped().get(id);
        for (List<IncidentFact> beginning : beginnings()) {
            for (List<IncidentFact> step : steps()) {
                IncidentClocks without = life(id, regulation, beginning);
                Instant at = START.plusSeconds(1200L * beginning.size());
                IncidentClocks with = undone(without, step, at, regulation);

                for (int later : List.of(20, 3 * 3600, ENOUGH_SECONDS)) {
                    Instant then = at.plusSeconds(later);
                    assertThat(open(with, regulation, then))
                            .as("%s, then %s, at %s", beginning, step, then)
                            .isEqualTo(open(without, regulation, then));
                    assertThat(with.ledger().upTo(then, regulation.time()))
                            .isEqualTo(without.ledger().upTo(then, regulation.time()));
                }
                assertThat(with.organ()).isEqualTo(without.organ());
                assertThat(with.shortenedTo()).isEqualTo(without.shortenedTo());
                assertThat(with.importance()).isEqualTo(without.importance());
                assertThat(with.circumstances()).isEqualTo(without.circumstances());
            }
        }
    }

    static Stream<String> regulations() {
        return Regulations.shipped().ids().stream();
    }

    private static List<List<IncidentFact>> beginnings() {
        List<IncidentFact> walk = List.of(
                Facts.registered(START),
                new IncidentFact.PassOnDue("VP-10"),
                Facts.routed(TRANSPORT),
                new IncidentFact.InterimGiven(ID, "VP-10", "Здравствуйте!", Channel.VK, null, Map.of(), true),
                new IncidentFact.InterimPublished(ID, "https://vk.com/wall-1_1?reply=1", START, false),
                new IncidentFact.WorkStarted(TRANSPORT),
                new IncidentFact.TermShortened(START.plusSeconds(20_000), "праздник"),
                new IncidentFact.TermSet(TRANSPORT, START.plusSeconds(21_000)),
                Facts.draft(ReplyKind.FINAL),
                Facts.rework(),
                Facts.draft(ReplyKind.INTERIM));
        List<List<IncidentFact>> beginnings = new ArrayList<>();
        for (int length = 1; length <= walk.size(); length++) {
            beginnings.add(walk.subList(0, length));
        }
        return beginnings;
    }

    private static List<List<IncidentFact>> steps() {
        return List.of(
                List.of(Facts.routed(HOUSING)),
                List.of(Facts.returned(TRANSPORT)),
                List.of(new IncidentFact.WorkStarted(TRANSPORT)),
                List.of(Facts.draft(ReplyKind.FINAL)),
                List.of(new IncidentFact.DraftProposed(ReplyKind.FINAL, 1, TRANSPORT)),
                List.of(new IncidentFact.DraftDeclined(TRANSPORT, null)),
                List.of(Facts.rework()),
                List.of(new IncidentFact.ReworkRequested(List.of("format"), null, START.plusSeconds(20_000))),
                List.of(new IncidentFact.IncidentScreenedOut(Screening.CLEAN, "спам")),
                List.of(new IncidentFact.NoReactionDecided("нет вопроса")),
                List.of(new IncidentFact.IncidentClosed("VP-20")),
                List.of(Facts.corrected(Importance.ELEVATED)),
                List.of(new IncidentFact.TermSet(TRANSPORT, START.plusSeconds(15_000))),
                List.of(Facts.routed(HOUSING), new IncidentFact.TermSet(HOUSING, START.plusSeconds(15_000))),
                List.of(new IncidentFact.TermShortened(START.plusSeconds(15_000), "праздник")),
                List.of(new IncidentFact.TermShortened(START.plusSeconds(25_000), "праздник")),
                List.of(new IncidentFact.CompetenceConfirmed(TRANSPORT)),
                List.of(new IncidentFact.ReturnedToCurator("не наш район")),
                List.of(new IncidentFact.HandedDown(null)),
                List.of(new IncidentFact.IncidentRestored("не спам")),
                List.of(new IncidentFact.IncidentReopened(HOUSING, "снова")),
                List.of(new IncidentFact.IncidentReopened(null, "снова")),
                List.of(new IncidentFact.AuthorAnswered(TRANSPORT)),
                List.of(new IncidentFact.RepeatLinked(ID, "AK-1")),
                List.of(new IncidentFact.MarkedAsAppeal("документы")),
                List.of(new IncidentFact.DraftEdited(1)),
                List.of(new IncidentFact.ApprovalGiven("curator", "controller")),
                List.of(new IncidentFact.ContributionReturned(TRANSPORT, "не наше", true)),
                List.of(new IncidentFact.OrgansEngaged(
                        List.of(HOUSING), null, "parallel-consolidated-by-curator", true)),
                List.of(
                        new IncidentFact.ContributionSubmitted(TRANSPORT, 1),
                        new IncidentFact.ContributionRequested(HOUSING, "Б", true),
                        Facts.routed(HOUSING)),
                List.of(
                        new IncidentFact.OrgansEngaged(
                                List.of(TRANSPORT, HOUSING), null, "parallel-consolidated-by-curator"),
                        new IncidentFact.ContributionRequested(TRANSPORT, "А", false),
                        new IncidentFact.ContributionRequested(HOUSING, "Б", false)));
    }

    private static IncidentClocks life(String id, Regulation regulation, List<IncidentFact> facts) {
        Instant now = START;
        IncidentClocks clocks = null;
        for (IncidentFact fact : facts) {
            IncidentEvent event = Facts.byAPerson(ID, id, clocks == null ? 1 : clocks.version() + 1, now, fact);
            clocks = taken(
                    clocks == null
                            ? IncidentClocks.begin(event, regulation, now)
                            : clocks.after(event, regulation, now));
            now = now.plusSeconds(1200);
        }
        return Objects.requireNonNull(clocks);
    }

    private static IncidentClocks undone(
            IncidentClocks before, List<IncidentFact> step, Instant at, Regulation regulation) {
        IncidentClocks clocks = before;
        for (IncidentFact fact : step) {
            clocks = taken(clocks.after(
                    Facts.byAPerson(ID, before.jurisdiction(), clocks.version() + 1, at, fact), regulation, at));
        }
        // The timekeeper may look in between.
        clocks = clocks.look(regulation, at.plusSeconds(3)).clocks();
        Instant regret = at.plusSeconds(20);
        IncidentEvent undo = Facts.byAPerson(
                ID, before.jurisdiction(), clocks.version() + 1, regret, Facts.undone(before.version()));
        return taken(clocks.after(undo, regulation, regret));
    }

    private static IncidentClocks taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).clocks();
    }

    /** All but what was cancelled: what the step started is gone without a trace on anybody. */
    private static List<String> open(IncidentClocks clocks, Regulation regulation, Instant now) {
        return clocks.look(regulation, now).clocks().deadlines().stream()
                .filter(deadline -> deadline.status() != Status.CANCELLED)
                .map(String::valueOf)
                .toList();
    }
}
