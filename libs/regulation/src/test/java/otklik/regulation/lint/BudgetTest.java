package otklik.regulation.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.regulation.Importance;
import otklik.regulation.Regulations;

class BudgetTest {

    @Test
    void budget_goesBackFromTheEnd_andNeverIntoTheNight() {
        Budget budget = budget("altai-krai", "2026-06-10T16:20+07:00").orElseThrow();

        // Due Mon 15 June 09:08; half an hour to place, half an hour to approve.
        assertThat(budget.dueAt()).isEqualTo(at("2026-06-15T09:08+07:00"));
        assertThat(budget.steps()).extracting(Budget.Step::stage).containsExactly("draft", "approve", "place");
        assertThat(budget.steps())
                .extracting(Budget.Step::lastSafeAt)
                .containsExactly(
                        at("2026-06-15T08:08+07:00"), at("2026-06-15T08:38+07:00"), at("2026-06-15T09:08+07:00"));
        assertThat(budget.reworks()).contains(2L);
    }

    @Test
    void stepThatWouldFallIntoTheNight_isSafeAtTheClosingBefore() {
        // Due Tue 16 June 08:56, approval by 08:26; half an hour before that it is night: the draft by closing of
        // Monday.
        Budget budget = budget("altai-krai", "2026-06-15T08:08+07:00").orElseThrow();

        assertThat(budget.dueAt()).isEqualTo(at("2026-06-16T08:56+07:00"));
        assertThat(budget.steps().getFirst().lastSafeAt()).isEqualTo(at("2026-06-15T17:00+07:00"));
    }

    @Test
    void budget_needsATermForTheWhole() {
        assertThat(budget("khabarovsk-krai", "2026-06-10T16:20+10:00")).isEmpty();
    }

    @Test
    void rounds_areUnknownWhereReworkHasNoTerm() {
        assertThat(budget("barnaul-leninsky", "2026-06-10T16:20+07:00")
                        .orElseThrow()
                        .reworks())
                .isEmpty();
    }

    @Test
    void diff_showsWhatDiffers() {
        assertThat(RegulationDiff.rows(
                        Regulations.shipped().get("altai-krai"),
                        Regulations.shipped().get("khabarovsk-krai")))
                .contains(
                        new RegulationDiff.Row(
                                "approve",
                                "30 минут (п. 10), начало: проект ответа",
                                "1 рабочий час (п. 12), начало: проект ответа"),
                        new RegulationDiff.Row("publish", "9 рабочих часов (п. 8), начало: выявление", "—"),
                        new RegulationDiff.Row("после доработки", "снова согласование", "сразу публикация"),
                        new RegulationDiff.Row(
                                "всплеск", "от 5 человек за 6 ч и в 3 раза больше обычного (п. 21)", "—"))
                .filteredOn(row -> !row.differs())
                .extracting(RegulationDiff.Row::step)
                .containsExactly("согласование", "публикует", "значимое передаётся", "срок сокращает");
    }

    @Test
    void diff_showsWhoIsToldOfWhatIsSignificant_andWhoShortensATerm() {
        assertThat(RegulationDiff.rows(
                        Regulations.shipped().get("altai-krai"),
                        Regulations.shipped().get("lipetsk-oblast")))
                .contains(
                        new RegulationDiff.Row("значимое передаётся", "—", "руководство → Губернатор (п. 22)"),
                        new RegulationDiff.Row("срок сокращает", "—", "куратор: draft, contribute (п. 6)"));
    }

    private static Optional<Budget> budget(String id, String detectedAt) {
        return Budget.of(Regulations.shipped().get(id), Importance.NORMAL, Set.of(), at(detectedAt));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
