package otklik.routing.surge.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.contracts.surge.SurgeFact;
import otklik.regulation.Regulations;
import otklik.regulation.SurgeRule;
import otklik.regulation.Workflow.PassUp;
import otklik.routing.surge.core.ReportRules.Outcome;
import otklik.testkit.Clause;

class ReportRulesTest {

    private static final Instant AT = Instant.parse("2026-04-23T10:00:00Z");
    private static final PassUp RULE = Objects.requireNonNull(
            Regulations.shipped().get("lipetsk-oblast").workflow().passUp());
    private static final Caller DEPUTY = caller("deputy", Role.LEADERSHIP, null);
    private static final Actor DEPUTY_ACTS = new Actor("deputy", "deputy", "leadership", null);

    private final Surge surge = Surge.begun(
            UUID.fromString("0f4f8e9a-41a5-5c38-8a75-6f5d1b4a3c21"),
            new Matter("lipetsk-oblast", "Снег и лёд", "Липецк"),
            "LP-21",
            SurgeRules.counted(new SurgeRule(Duration.ofHours(6), 5, 3, 28, "LP-21"), new Count(6, 6), 0, AT),
            AT);

    @Test
    @Clause("LP-22")
    void firstDeputy_takesNote_andPassesOn() {
        assertThat(ReportRules.acknowledge(surge, RULE, DEPUTY))
                .isEqualTo(new Outcome.Taken(DEPUTY_ACTS, List.of(new SurgeFact.SurgeAcknowledged())));

        Surge seen = surge.after(new SurgeFact.SurgeAcknowledged(), DEPUTY_ACTS, AT);
        assertThat(ReportRules.passUp(seen, RULE, " устно ", DEPUTY))
                .isEqualTo(new Outcome.Taken(DEPUTY_ACTS, List.of(new SurgeFact.SurgePassedUp("Губернатор", "устно"))));
    }

    @Test
    @Clause("LP-22")
    void passingOn_recordsTheAcknowledgementToo() {
        assertThat(ReportRules.passUp(surge, RULE, "", DEPUTY))
                .isEqualTo(new Outcome.Taken(
                        DEPUTY_ACTS,
                        List.of(new SurgeFact.SurgeAcknowledged(), new SurgeFact.SurgePassedUp("Губернатор", null))));
    }

    @Test
    void saidAgain_changesNothing_andAnotherWordIsRefused() {
        Surge passed = surge.after(new SurgeFact.SurgeAcknowledged(), DEPUTY_ACTS, AT)
                .after(new SurgeFact.SurgePassedUp("Губернатор", "устно"), DEPUTY_ACTS, AT);

        assertThat(ReportRules.acknowledge(passed, RULE, DEPUTY)).isEqualTo(new Outcome.Taken(DEPUTY_ACTS, List.of()));
        assertThat(ReportRules.passUp(passed, RULE, "устно", DEPUTY))
                .isEqualTo(new Outcome.Taken(DEPUTY_ACTS, List.of()));
        assertThat(ReportRules.passUp(passed, RULE, "письмом", DEPUTY))
                .isInstanceOfSatisfying(Outcome.Refused.class, no -> {
                    assertThat(no.status()).isEqualTo(409);
                    assertThat(no.clause()).isEqualTo("LP-22");
                });
    }

    @Test
    void substituteOfTheDeputy_actsForThem() {
        Outcome outcome = ReportRules.acknowledge(surge, RULE, caller("substitute", Role.LEADERSHIP, "deputy"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Taken.class,
                        taken -> assertThat(taken.by().actingFor()).isEqualTo("deputy"));
    }

    @Test
    void curatorOrARegulationWithoutIt_isRefusedByItsClause() {
        assertThat(ReportRules.acknowledge(surge, RULE, caller("curator", Role.CURATOR, null)))
                .isInstanceOfSatisfying(Outcome.Refused.class, no -> {
                    assertThat(no.status()).isEqualTo(403);
                    assertThat(no.clause()).isEqualTo("LP-22");
                });
        assertThat(ReportRules.passUp(surge, null, "", DEPUTY)).isInstanceOfSatisfying(Outcome.Refused.class, no -> {
            assertThat(no.code()).isEqualTo("not-in-regulation");
            assertThat(no.clause()).isEqualTo("LP-21");
        });
    }

    @Test
    void noteThatIsTooLongOrUnsafe_isRefused() {
        for (String note : List.of("а".repeat(1001), "<script>alert(1)</script>", "устно\u202e")) {
            assertThat(ReportRules.passUp(surge, RULE, note, DEPUTY))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class, no -> assertThat(no.status()).isEqualTo(422));
        }
    }

    private static Caller caller(String id, Role role, @Nullable String actingFor) {
        return new Caller(id, id, List.of(new Grant(role, "lipetsk-oblast", null, actingFor)));
    }
}
