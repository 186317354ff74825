package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.testkit.Clause;

/** The clocks of LP, by hand. June 2026: Thu 11 is shortened (08:30–16:30), Fri 12 is a holiday. */
class LipetskOblastTest extends ClauseClocks {

    LipetskOblastTest() {
        super("lipetsk-oblast");
    }

    @Test
    @Clause("LP-6")
    void route_isDueInThirtyWorkingMinutes() {
        due("route", "2026-06-11T16:20+03:00", "2026-06-15T08:50+03:00");
    }

    @Test
    @Clause("LP-7")
    void return_isAWindowOfThirtyWorkingMinutes() {
        due("return", "2026-06-10T12:50+03:00", "2026-06-10T14:08+03:00");
    }

    @Test
    @Clause("LP-8")
    void publish_isDueInEightWorkingHours() {
        due("publish", "2026-06-10T17:00+03:00", "2026-06-15T08:48+03:00");
    }

    @Test
    @Clause("LP-9")
    void draft_isDueInFourWorkingHours_agreedInsideFirst() {
        due("draft", "2026-06-10T17:00+03:00", "2026-06-11T12:00+03:00");
        assertThat(regulation.workflow().internalAgreement()).isEqualTo(new Workflow.Step(Role.RESPONSIBLE, "LP-9"));
    }

    @Test
    @Clause("LP-10")
    void place_takesThirtyWorkingMinutesFromTheDraft_andReworkAWorkingHour() {
        due("place", "2026-06-11T16:20+03:00", "2026-06-15T08:50+03:00");
        due("rework", "2026-06-11T16:20+03:00", "2026-06-15T09:20+03:00");
        assertThat(regulation.workflow().publication().by()).isEqualTo(Role.CURATOR);
    }

    @Test
    @Clause("LP-12")
    void final_isDueInSevenWorkingDays() {
        due("final", "2026-06-06T10:00+03:00", "2026-06-17T17:30+03:00");
    }

    @Test
    @Clause("LP-13")
    void contribution_isDueInTwoPlainHours() {
        due("contribute", "2026-06-11T16:20+03:00", "2026-06-11T18:20+03:00");
        assertThat(regulation.workflow().cooperation().mode()).isEqualTo(Workflow.CooperationMode.SEQUENTIAL);
    }

    @Test
    @Clause("LP-22")
    void significantIncident_isPassedOnToTheGovernorByTheFirstDeputy() {
        assertThat(regulation.workflow().passUp())
                .isEqualTo(new Workflow.PassUp(Role.LEADERSHIP, "Губернатор", "LP-22"));
    }

    @Test
    @Clause("LP-6")
    void draft_mayBeWantedSoonerByTheCurator_whoNamesTheEnd() {
        assertThat(regulation.workflow().shortening())
                .isEqualTo(new Workflow.Shortening(Role.CURATOR, "LP-6", List.of("draft", "contribute")));
        assertThat(Regulations.shipped().all())
                .filteredOn(each -> each.workflow().shortening() != null)
                .extracting(Regulation::id)
                .containsExactly("lipetsk-oblast");
    }

    @Test
    @Clause("LP-20")
    void monthlySummary_isDueWithTheMonth() {
        assertThat(nextDue("monthly-summary", "2026-05-15T10:00+03:00")).isEqualTo(at("2026-05-29T16:30+03:00"));
    }
}
