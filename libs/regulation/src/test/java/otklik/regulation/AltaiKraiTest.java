package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static otklik.regulation.Importance.NORMAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.regulation.time.OutsideCalendarException;
import otklik.regulation.time.ProductionCalendar;
import otklik.testkit.Clause;

/** The clocks of AK, clause by clause, worked out by hand from the text and the calendar of 2026. */
class AltaiKraiTest {

    private final Regulation regulation = Regulations.shipped().get("altai-krai");

    @Test
    @Clause("AK-6")
    void route_isDueHalfAnHourAfterDetection_alsoAtNight() {
        assertThat(due("route", "2026-06-13T23:50+07:00")).isEqualTo(at("2026-06-14T00:20+07:00"));
    }

    @Test
    @Clause("AK-7")
    void return_isAWindowOfHalfAnHour_closedByTheStartOfWork() {
        Term term = regulation.term("return", NORMAL);

        assertThat(due("return", "2026-06-10T11:50+07:00")).isEqualTo(at("2026-06-10T12:20+07:00"));
        assertThat(term.duty()).isEqualTo(Duty.WINDOW);
        assertThat(term.cancelledBy()).contains(Trigger.WORK_STARTED, Trigger.DRAFT_SUBMITTED);
    }

    @Test
    @Clause("AK-8")
    void publish_isDueNineWorkingHoursAfterDetection_overLunchNightShortDayAndHoliday() {
        // Wed 10 June 16:20: 40 min today; Thu 11 June is shortened, 8–12 and 12:48–16: 7 h 12 min; Fri 12 June is a
        // holiday; the remaining 1 h 08 min on Mon 15 June.
        assertThat(due("publish", "2026-06-10T16:20+07:00")).isEqualTo(at("2026-06-15T09:08+07:00"));
    }

    @Test
    @Clause("AK-9")
    void draft_isDueFourWorkingHoursBeforePublication() {
        assertThat(due("draft", "2026-06-10T16:20+07:00")).isEqualTo(at("2026-06-11T13:08+07:00"));
    }

    @Test
    @Clause("AK-10")
    void approve_isDueHalfAnHourAfterTheDraft() {
        assertThat(due("approve", "2026-06-11T13:08+07:00")).isEqualTo(at("2026-06-11T13:38+07:00"));
        assertThat(regulation.term("approve", NORMAL).metBy())
                .containsExactlyInAnyOrder(Trigger.APPROVED, Trigger.REWORK_REQUESTED);
    }

    @Test
    @Clause("AK-11")
    void rework_isDueAnHourAfterItWasAskedFor() {
        assertThat(due("rework", "2026-06-11T16:30+07:00")).isEqualTo(at("2026-06-11T17:30+07:00"));
    }

    @Test
    @Clause("AK-12")
    void place_isDueHalfAnHourAfterApproval() {
        assertThat(due("place", "2026-06-11T16:30+07:00")).isEqualTo(at("2026-06-11T17:00+07:00"));
    }

    @Test
    @Clause("AK-13")
    void final_isDueAtTheCloseOfTheSeventhWorkingDayAfterTheInterimReply() {
        // Sat 6 June; Mon–Wed 8–10 (3), Thu 11 (4), Fri 12 off, Mon–Wed 15–17 (7).
        assertThat(due("final", "2026-06-06T10:00+07:00")).isEqualTo(at("2026-06-17T17:00+07:00"));
    }

    @Test
    @Clause("AK-14")
    void contribution_isDueTwoHoursAfterItWasAskedFor() {
        assertThat(due("contribute", "2026-06-11T11:00+07:00")).isEqualTo(at("2026-06-11T13:00+07:00"));
        assertThat(regulation.workflow().cooperation().mode()).isEqualTo(Workflow.CooperationMode.SEQUENTIAL_WITH_LEAD);
    }

    @Test
    void detection_startsRoutePublishAndDraft() {
        assertThat(regulation.startedBy(Trigger.DETECTED, NORMAL, Set.of()))
                .extracting(Term::stage)
                .containsExactly("route", "publish", "draft");
    }

    @Test
    void warnings_areSharesOfTheTermOnItsOwnClock() {
        Instant start = at("2026-06-10T16:20+07:00");

        // Half of nine working hours: 40 min on Wednesday and 3 h 50 min on Thursday.
        assertThat(regulation.warnings(
                        regulation.term("publish", NORMAL), start, due("publish", "2026-06-10T16:20+07:00")))
                .first()
                .isEqualTo(at("2026-06-11T11:50+07:00"));
    }

    @Test
    void escalation_climbsInWorkingTimeAfterTheBreach() {
        Instant breachedAt = at("2026-06-11T15:50+07:00");

        assertThat(regulation.escalations().stream().map(step -> regulation.escalatedAt(step, breachedAt)))
                .startsWith(breachedAt, at("2026-06-15T08:20+07:00"));
    }

    @Test
    @Clause("AK-20")
    void monthlySummary_isDueWithTheMonth() {
        assertThat(regulation
                        .profile()
                        .recurring()
                        .getFirst()
                        .nextDue(at("2026-05-15T10:00+07:00"), regulation.office()))
                .isEqualTo(at("2026-05-29T16:00+07:00"));
    }

    @Test
    void unknownStage_andDateOutsideTheCalendars_areNamedWithWhatIsKnown() {
        assertThatThrownBy(() -> regulation.deadline("dance", NORMAL, at("2026-06-10T16:20+07:00")))
                .isInstanceOf(UnknownStageException.class)
                .hasMessage("Регламент «altai-krai» не знает этапа «dance»; есть: approve, contribute, draft, final,"
                        + " place, publish, return, rework, route");
        assertThatThrownBy(() -> regulation.deadline("publish", NORMAL, at("2027-12-31T16:20+07:00")))
                .isInstanceOf(OutsideCalendarException.class)
                .hasMessageContaining("с 2013-01-01 по 2027-12-31");
        assertThatThrownBy(() -> Regulations.shipped().get("mars"))
                .isInstanceOf(UnknownRegulationException.class)
                .hasMessageContaining("altai-krai, barnaul-leninsky");
    }

    @Test
    void regulation_bindsIncidentsDetectedFromItsInForceDateOn() {
        assertThat(regulation.isInForce(at("2020-03-26T23:59+07:00"))).isFalse();
        assertThat(regulation.isInForce(at("2020-03-27T00:00+07:00"))).isTrue();
    }

    @Test
    void decreeInTheMiddleOfTheYear_movesADeadline() {
        Regulation before = regulation.on(ProductionCalendar.russia().asKnownOn(LocalDate.parse("2021-10-19")));
        Instant detected = at("2021-10-29T15:00+07:00");

        assertThat(before.deadline("publish", NORMAL, detected).dueAt()).isEqualTo(at("2021-11-01T16:48+07:00"));
        assertThat(regulation.deadline("publish", NORMAL, detected).dueAt()).isEqualTo(at("2021-11-08T16:48+07:00"));
    }

    private Instant due(String stage, String start) {
        return regulation.deadline(stage, NORMAL, at(start)).dueAt();
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
