package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.regulation.Importance.NORMAL;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.testkit.Clause;

/** The clocks of KH and KA, by hand. June 2026: Thu 11 is shortened (09:00–17:00), Fri 12 is a holiday. */
class KhabarovskKraiTest extends ClauseClocks {

    KhabarovskKraiTest() {
        super("khabarovsk-krai");
    }

    @Test
    @Clause("KH-5")
    void executorChange_isToldInThreeWorkingDays() {
        due("executor-notice", "2026-06-10T10:00+10:00", "2026-06-16T18:00+10:00");
    }

    @Test
    @Clause("KH-6")
    void route_isDueInOnePlainHour() {
        due("route", "2026-06-11T22:00+10:00", "2026-06-11T23:00+10:00");
    }

    @Test
    @Clause("KH-7")
    void severalOrgans_areAllAskedWithinAWorkingHour() {
        due("route-many", "2026-06-11T22:00+10:00", "2026-06-15T10:00+10:00");
        assertThat(stages(Trigger.DETECTED, Circumstance.SEVERAL_ORGANS)).containsExactly("route-many");
    }

    @Test
    @Clause("KH-8")
    void return_andReroute_takeAWorkingHourEach() {
        due("return", "2026-06-11T16:30+10:00", "2026-06-15T09:30+10:00");
        due("reroute", "2026-06-11T12:30+10:00", "2026-06-11T14:18+10:00");
    }

    @Test
    @Clause("KH-10")
    void draft_isDueInSixWorkingHours() {
        due("draft", "2026-06-10T16:00+10:00", "2026-06-11T13:00+10:00");
    }

    @Test
    @Clause("KH-11")
    void final_isDueSevenWorkingDaysAfterTheInterimDraft_andMetByTheAnswerItself() {
        due("final", "2026-06-06T10:00+10:00", "2026-06-17T18:00+10:00");
        assertThat(regulation.term("final", NORMAL).metBy()).containsExactly(Trigger.PUBLISHED);
    }

    @Test
    @Clause("KH-12")
    void approval_andRework_takeAWorkingHourEach_andReworkedGoesStraightOut() {
        due("approve", "2026-06-11T16:30+10:00", "2026-06-15T09:30+10:00");
        due("rework", "2026-06-11T16:30+10:00", "2026-06-15T09:30+10:00");
        assertThat(regulation.workflow().rework().then()).isEqualTo(Workflow.AfterRework.PUBLICATION);
    }

    @Test
    @Clause("KH-13")
    void place_isTheExecutors_orTheCurators_dependingOnWhoCan() {
        due("place", "2026-06-11T16:30+10:00", "2026-06-15T09:30+10:00");
        assertThat(stages(Trigger.APPROVED)).containsExactly("place");
        assertThat(stages(Trigger.APPROVED, Circumstance.NO_ACCOUNT)).isEmpty();
        assertThat(stages(Trigger.DRAFT_SUBMITTED, Circumstance.NO_ACCOUNT)).contains("place-by-curator");
        assertThat(stages(Trigger.LAST_CONTRIBUTION, Circumstance.SEVERAL_ORGANS))
                .containsExactly("place-consolidated");
    }

    @Test
    @Clause("KH-15")
    void monthlyReport_isDueByThe20th_orTheNextWorkingDay() {
        assertThat(nextDue("monthly-report", "2026-06-01T00:00+10:00")).isEqualTo(at("2026-06-22T18:00+10:00"));
        assertThat(nextDue("monthly-report", "2026-07-01T00:00+10:00")).isEqualTo(at("2026-07-20T18:00+10:00"));
    }

    @Test
    @Clause({"KA-0.4", "KA-3.2", "KA-3.3"})
    void accounts_andContacts_areToldInFiveWorkingDays() {
        due("contact-notice", "2026-06-10T10:00+10:00", "2026-06-18T18:00+10:00");
        due("account-notice", "2026-06-10T10:00+10:00", "2026-06-18T18:00+10:00");
        due("account-link", "2026-06-10T10:00+10:00", "2026-06-18T18:00+10:00");
    }

    @Test
    @Clause("KA-6")
    void plan_isDueOnTheLastButOneWorkingDayOfTheWeekAtFive() {
        assertThat(nextDue("plan", "2026-06-02T10:00+10:00")).isEqualTo(at("2026-06-04T17:00+10:00"));
        // The week of the holiday: Mon–Thu work, so Wednesday.
        assertThat(nextDue("plan", "2026-06-04T17:00+10:00")).isEqualTo(at("2026-06-10T17:00+10:00"));
        // 1–11 January are days off: the next plan is due on Thu 15 January.
        assertThat(nextDue("plan", "2026-01-01T10:00+10:00")).isEqualTo(at("2026-01-15T17:00+10:00"));
    }

    @Test
    @Clause("KA-7")
    void planReview_andItsRework_takeAWorkingDayEach() {
        due("plan-review", "2026-06-11T10:00+10:00", "2026-06-15T18:00+10:00");
        due("plan-rework", "2026-06-10T10:00+10:00", "2026-06-11T17:00+10:00");
    }

    private List<String> stages(Trigger trigger, Circumstance... circumstances) {
        return regulation.startedBy(trigger, NORMAL, Set.of(circumstances)).stream()
                .map(Term::stage)
                .toList();
    }
}
