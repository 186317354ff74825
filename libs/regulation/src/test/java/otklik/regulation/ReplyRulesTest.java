package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import otklik.regulation.ReplyRules.Check;
import otklik.regulation.ReplyRules.Kind;
import otklik.testkit.Clause;

class ReplyRulesTest {

    @Test
    @Clause({"VP-12", "VP-15", "KH-9", "LB-9", "LP-10"})
    void shippedProfiles_refuseOnlyForWhatTheLetterDemandsAndAProgramCanTell() {
        assertThat(Regulations.shipped().ids().stream()
                        .flatMap(ReplyRulesTest::checks)
                        .filter(check -> check.refusedAt() != null)
                        .map(check -> check.clause() + " " + check.id() + " " + check.refusedAt() + " "
                                + new TreeSet<>(check.kinds())))
                .containsExactlyInAnyOrder(
                        "VP-12 paragraphs DRAFT [FINAL, INTERIM]",
                        "VP-12 dates APPROVAL [FINAL]",
                        "VP-15 time-needed APPROVAL [INTERIM]",
                        "KH-9 contacts APPROVAL [FINAL]",
                        "LB-9 personal-data APPROVAL [FINAL, INTERIM, CLARIFICATION]",
                        "LP-10 greeting APPROVAL [FINAL, INTERIM, CLARIFICATION]");
    }

    @Test
    @Clause("LP-10")
    void checklistOfLipetsk_asksOfAQuestionToTheAuthorNoAnswers() {
        assertThat(checks("lipetsk-oblast").filter(Check::binding).filter(check -> check.isAskedOf(Kind.CLARIFICATION)))
                .extracting(Check::id)
                .containsExactly("greeting", "grammar");
        assertThat(checks("lipetsk-oblast").filter(Check::binding).filter(check -> check.isAskedOf(Kind.FINAL)))
                .extracting(Check::id)
                .containsExactly("greeting", "grammar", "questions");
    }

    private static Stream<Check> checks(String id) {
        return Regulations.shipped().get(id).profile().reply().checks().stream();
    }
}
