package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.regulation.yaml.BadFileException;
import otklik.testkit.Clause;

/** Whose author hears from us before days off, when, and in which words. */
@Clause("VP-10")
class InterimRuleTest {

    private static final ZoneId KIROV = ZoneId.of("Europe/Kirov");
    private final Regulation regulation = Regulations.shipped().get("vyatskie-polyany");
    private final InterimRule rule = Objects.requireNonNull(regulation.profile().interim());

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T15:44, 2026-11-20T15:45, Friday",
        "2026-11-20T00:01, 2026-11-20T15:45, Friday at night",
        "2026-11-20T15:45, , not before 15:45",
        "2026-11-20T15:46, , after it",
        "2026-11-19T15:00, , Thursday before a working Friday",
        "2026-11-21T10:00, , Saturday",
        "2026-04-30T15:44, 2026-04-30T15:45, eve of the First of May",
        "2026-04-30T15:45, , too late on that eve",
        "2026-12-30T15:44, 2026-12-30T15:45, Wednesday before the day off of 31 December",
        "2026-12-31T10:00, , 31 December 2026 is a day off itself",
        "2027-02-19T10:00, , Friday before a worked Saturday",
        "2027-02-20T10:00, 2027-02-20T15:45, the worked Saturday itself"
    })
    void interimReply_isDueAtTheEndOfReceptionOnTheDayBeforeDaysOff(
            LocalDateTime detected, LocalDateTime due, String why) {
        assertThat(rule.dueAt(at(detected), null, regulation.office()))
                .as(why)
                .isEqualTo(Optional.ofNullable(due).map(InterimRuleTest::at));
    }

    @Test
    void words_nameTheNextWorkingDay() {
        assertThat(rule.words(at(LocalDateTime.parse("2026-11-20T15:45")), regulation.office()))
                .contains("23 ноября")
                .doesNotContain("{");
        assertThat(rule.words(at(LocalDateTime.parse("2026-12-30T15:45")), regulation.office()))
                .contains("11 января");
    }

    @Test
    void words_keepTheRulesForReplies() {
        String words = rule.words(at(LocalDateTime.parse("2026-11-20T15:45")), regulation.office());

        assertThat(words).startsWith("Здравствуйте!").doesNotContain("обращени");
        assertThat(words.split("\\R\\s*\\R"))
                .hasSizeLessThanOrEqualTo(regulation.profile().reply().maxParagraphs());
    }

    @Test
    void reply_isOfUseUntilTheNextWorkingDayBegins() {
        assertThat(rule.uselessFrom(at(LocalDateTime.parse("2026-04-30T15:45")), regulation.office()))
                .isEqualTo(at(LocalDateTime.parse("2026-05-04T00:00")));
    }

    @Test
    void authorOfAnOldPost_isNotWrittenToByItself() {
        Instant detected = at(LocalDateTime.parse("2026-11-20T10:00"));

        assertThat(rule.dueAt(detected, detected.minus(Duration.ofDays(30)), regulation.office()))
                .isEmpty();
        assertThat(rule.dueAt(detected, detected.minus(Duration.ofDays(3)), regulation.office()))
                .isPresent();
    }

    @Test
    void whereNoCalendarReaches_nothingIsDue() {
        Instant last = regulation
                .office()
                .calendar()
                .last()
                .atTime(10, 0)
                .atZone(KIROV)
                .toInstant();

        assertThat(rule.dueAt(last, null, regulation.office())).isEmpty();
        assertThat(rule.dueAt(last.plus(Duration.ofDays(400)), null, regulation.office()))
                .isEmpty();
    }

    @Test
    void textWithoutTheDate_isRefusedWithTheLine() {
        String profile = Resources.text("/regulations/vyatskie-polyany.yaml").replace("{date}", "потом");

        assertThatThrownBy(() -> ProfileReader.read("vp.yaml", profile))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("{date}");
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(KIROV).toInstant();
    }
}
