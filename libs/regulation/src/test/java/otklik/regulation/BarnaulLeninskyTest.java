package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.regulation.Importance.NORMAL;

import org.junit.jupiter.api.Test;
import otklik.testkit.Clause;

/** The clocks of LB, by hand. June 2026: Thu 11 is shortened (08:00–16:00), Fri 12 is a holiday. */
class BarnaulLeninskyTest extends ClauseClocks {

    BarnaulLeninskyTest() {
        super("barnaul-leninsky");
    }

    @Test
    @Clause("LB-4")
    void returnToTheCity_atOnce_isTrackedAsThirtyWorkingMinutes() {
        due("return-to-curator", "2026-06-11T15:50+07:00", "2026-06-15T08:20+07:00");
    }

    @Test
    @Clause("LB-5")
    void competence_isCheckedInThirtyWorkingMinutes_andTheDeputyAgreesTheReply() {
        due("competence-check", "2026-06-10T11:50+07:00", "2026-06-10T13:08+07:00");
        assertThat(regulation.workflow().internalAgreement()).isEqualTo(new Workflow.Step(Role.SUPERVISOR, "LB-5"));
        assertThat(regulation.findTerm("competence-check", NORMAL).orElseThrow().metBy())
                .containsExactlyInAnyOrder(Trigger.COMPETENCE_CONFIRMED, Trigger.RETURNED);
    }

    /** The clause leaves it to the controller: there is no figure to count by. */
    @Test
    @Clause("LB-5")
    void answerOfABody_isDueWhenTheControllerSays() {
        assertThat(regulation.workflow().act(Workflow.Act.SET_TERM))
                .contains(new Workflow.Step(Role.CONTROLLER, "LB-5"));
        assertThat(regulation.findTerm("draft", NORMAL)).isEmpty();
    }

    @Test
    @Clause("LB-6")
    void controller_checksInThirtyWorkingMinutes_andSetsTheTermOfRework() {
        due("approve", "2026-06-10T16:45+07:00", "2026-06-11T08:15+07:00");
        assertThat(regulation.workflow().rework().termSetBy()).isEqualTo(new Workflow.Step(Role.CONTROLLER, "LB-6"));
        assertThat(regulation.findTerm("rework", NORMAL)).isEmpty();
    }

    @Test
    @Clause("LB-7")
    void publish_isDueInNineWorkingHours() {
        due("publish", "2026-06-10T16:20+07:00", "2026-06-15T09:08+07:00");
    }

    @Test
    @Clause("LB-11")
    void weeklyReport_isDueOnFriday_orOnTheWorkingDayBefore() {
        assertThat(nextDue("weekly-report", "2026-06-02T10:00+07:00")).isEqualTo(at("2026-06-05T16:00+07:00"));
        assertThat(nextDue("weekly-report", "2026-06-08T10:00+07:00")).isEqualTo(at("2026-06-11T16:00+07:00"));
    }
}
