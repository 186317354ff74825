package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.regulation.Importance.ELEVATED;
import static otklik.regulation.Importance.NORMAL;

import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.testkit.Clause;

/** The clocks of VP, by hand. June 2026: Thu 11 is shortened (09:00–15:45), Fri 12 is a holiday. */
class VyatskiePolyanyTest extends ClauseClocks {

    VyatskiePolyanyTest() {
        super("vyatskie-polyany");
    }

    @Test
    @Clause("VP-8")
    void publish_isDueIn24HoursThatStopOnDaysOff_orInFourWorkingHours() {
        due("publish", "2026-06-11T15:00+03:00", "2026-06-15T15:00+03:00");
        due("publish", ELEVATED, "2026-06-11T14:00+03:00", "2026-06-15T10:15+03:00");
    }

    @Test
    @Clause("VP-9")
    void draft_isDueIn22Hours_orInThreeWorkingHours() {
        due("draft", "2026-06-11T15:00+03:00", "2026-06-15T13:00+03:00");
        due("draft", ELEVATED, "2026-06-10T11:00+03:00", "2026-06-10T15:00+03:00");
    }

    @Test
    @Clause("VP-10")
    void draft_hasToFitIntoTheSubmissionWindow() {
        // 22 hours from Thu 11 June 21:00 end on Mon 15 June 19:00, when nobody has taken drafts for two hours.
        Deadline deadline = regulation.deadline("draft", NORMAL, at("2026-06-11T21:00+03:00"));

        assertThat(deadline.dueAt()).isEqualTo(at("2026-06-15T19:00+03:00"));
        assertThat(deadline.effectiveAt()).isEqualTo(at("2026-06-15T17:00+03:00"));
    }

    @Test
    @Clause("VP-11")
    void return_isAWindowOfAnHour_orOfHalfAnHour() {
        due("return", "2026-06-10T17:30+03:00", "2026-06-10T18:30+03:00");
        due("return", ELEVATED, "2026-06-10T17:30+03:00", "2026-06-10T18:00+03:00");
        assertThat(regulation.term("return", NORMAL).duty()).isEqualTo(Duty.WINDOW);
    }

    @Test
    @Clause("VP-13")
    void approval_takesAnHourThroughTheSystem_andTwoByEmail() {
        assertThat(regulation.startedBy(Trigger.DRAFT_SUBMITTED, NORMAL, Set.of()))
                .extracting(Term::stage)
                .containsExactly("approve");
        assertThat(regulation.startedBy(Trigger.DRAFT_SUBMITTED, NORMAL, Set.of(Circumstance.BY_EMAIL)))
                .extracting(Term::stage)
                .containsExactly("approve-by-email");
        due("approve", "2026-06-10T10:00+03:00", "2026-06-10T11:00+03:00");
        due("approve-by-email", "2026-06-10T10:00+03:00", "2026-06-10T12:00+03:00");
    }

    @Test
    void reworkReasons_areAClosedList() {
        assertThat(regulation.workflow().rework().closed()).isTrue();
        assertThat(regulation.workflow().rework().reasons())
                .extracting(Workflow.ReworkReason::id)
                .containsExactly("disrespect", "style");
    }

    @Test
    @Clause("VP-15")
    void rework_takesTheTermOfAReturn() {
        due("rework", "2026-06-11T23:30+03:00", "2026-06-15T00:30+03:00");
        due("rework", ELEVATED, "2026-06-10T10:00+03:00", "2026-06-10T10:30+03:00");
    }

    @Test
    @Clause("VP-16")
    void place_isDueHalfAnHourAfterApproval() {
        due("place", "2026-06-11T15:30+03:00", "2026-06-11T16:00+03:00");
    }

    @Test
    @Clause("VP-17")
    void clarification_isReportedWithinTwoHours() {
        due("clarify", "2026-06-11T23:00+03:00", "2026-06-15T01:00+03:00");
    }

    @Test
    void elevatedDetection_startsTheShortTerm() {
        assertThat(regulation.startedBy(Trigger.DETECTED, ELEVATED, Set.of()))
                .extracting(Term::importance)
                .containsExactly(ELEVATED);
    }
}
