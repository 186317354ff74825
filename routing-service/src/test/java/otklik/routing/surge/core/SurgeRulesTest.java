package otklik.routing.surge.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.incident.Actor;
import otklik.contracts.surge.SurgeFact;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.regulation.Regulations;
import otklik.regulation.SurgeRule;
import otklik.testkit.Clause;

class SurgeRulesTest {

    private static final SurgeRule RULE = new SurgeRule(Duration.ofHours(6), 5, 3, 28, "AK-21");
    private static final Matter ICE = new Matter("altai-krai", "Снег и лёд", "Барнаул");
    /** The last evening of a month, in Barnaul the next one already. */
    private static final Instant AT = Instant.parse("2026-01-31T19:00:00Z");

    @ParameterizedTest
    @CsvSource({"altai-krai,AK-21", "barnaul-leninsky,LB-12", "lipetsk-oblast,LP-21"})
    @Clause({"AK-21", "LB-12", "LP-21"})
    void fivePeopleWithinSixHours_areASurgeWhereItIsQuietUsually(String jurisdiction, String clause) {
        SurgeRule rule = Regulations.shipped().get(jurisdiction).profile().surges();

        assertThat(rule).isEqualTo(new SurgeRule(Duration.ofHours(6), 5, 3, 28, clause));
        assertThat(SurgeRules.begin(counted(5, 0))).contains(new SurgeFact.SurgeNoticed(counted(5, 0)));
        assertThat(SurgeRules.begin(counted(4, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "1.66, 5", "1.67, 6", "2, 6", "10, 30", "10.1, 31"})
    void threshold_isThreeTimesTheUsualAndNeverUnderFive(double usual, int threshold) {
        assertThat(SurgeRules.threshold(RULE, usual)).isEqualTo(threshold);
    }

    @Test
    void whatIsBusyAlways_isNoSurgeUntilItIsThreeTimesAsBusy() {
        assertThat(SurgeRules.begin(counted(29, 10))).isEmpty();
        assertThat(SurgeRules.begin(counted(30, 10))).isPresent();
    }

    @Test
    void oneWhoWritesTenTimes_isOnePerson() {
        Counted spam = SurgeRules.counted(RULE, new Count(1, 10), 0, AT);

        assertThat(SurgeRules.begin(spam)).isEmpty();
    }

    @Test
    void counted_saysWhatItIsHeldAgainst_overTheEndOfAMonth() {
        assertThat(SurgeRules.counted(RULE, new Count(7, 9), 1.2345, AT))
                .isEqualTo(new Counted(7, 9, Instant.parse("2026-01-31T13:00:00Z"), AT, 1.23, 5));
    }

    @Test
    @Clause("AK-21")
    void surge_isToldWhenItBegins_whenItHasDoubledSince_andWhenItIsOver() {
        assertThat(told(0, 4, 5, 6, 5, 9, 10, 10, 19, 20, 11, 5, 3, 2))
                .containsExactly("SurgeNoticed 5", "SurgeGrew 10", "SurgeGrew 20", "SurgeEnded 20");
    }

    @Test
    void surgeThatWaversAboutTheThreshold_isToldOnce() {
        assertThat(told(5, 4, 5, 3, 5, 4, 6)).containsExactly("SurgeNoticed 5");
    }

    @Test
    void surgeAfterOneThatWasOver_isAnother() {
        assertThat(told(5, 2, 5)).containsExactly("SurgeNoticed 5", "SurgeEnded 5", "SurgeNoticed 5");
    }

    @Test
    void surgeThatBecameUsual_isOver_thoughAsManyWrite() {
        Surge surge = begun(12);

        assertThat(SurgeRules.goOn(surge, counted(12, 9))).contains(new SurgeFact.SurgeEnded(12));
        assertThat(SurgeRules.goOn(surge, counted(12, 8))).isEmpty();
        assertThat(SurgeRules.goOn(surge, counted(25, 9))).isEmpty();
    }

    @Test
    void why_namesCountTimeUsualThresholdAndClause() {
        assertThat(SurgeWords.why(begun(12).counted(new Counted(12, 14, AT.minus(RULE.within()), AT, 1.25, 5))))
                .isEqualTo(
                        "12 человек за 6 часов (14 сообщений), обычно 1,3; всплеск — от 5 человек (п. 21 регламента)");
    }

    /** What is told as so many people have written at each look. */
    private static List<String> told(int... looks) {
        List<String> told = new ArrayList<>();
        Optional<Surge> surge = Optional.empty();
        for (int authors : looks) {
            Counted counted = counted(authors, 0.5);
            Optional<Surge> open = surge.map(each -> each.counted(counted));
            Optional<SurgeFact> fact =
                    surge.isEmpty() ? SurgeRules.begin(counted) : SurgeRules.goOn(surge.get(), counted);
            fact.ifPresent(each -> told.add(each.getClass().getSimpleName() + " " + number(each)));
            surge = (surge.isEmpty()
                            ? fact.map(each -> begun(authors))
                            : open.map(each -> fact.map(happened -> each.after(happened, Actor.SYSTEM, AT))
                                    .orElse(each)))
                    .filter(each -> each.endedAt() == null);
        }
        return told;
    }

    private static int number(SurgeFact fact) {
        return switch (fact) {
            case SurgeFact.SurgeNoticed noticed -> noticed.counted().authors();
            case SurgeFact.SurgeGrew grew -> grew.counted().authors();
            case SurgeFact.SurgeEnded ended -> ended.peak();
            case SurgeFact.SurgeAcknowledged ignored -> 0;
            case SurgeFact.SurgePassedUp ignored -> 0;
        };
    }

    private static Surge begun(int authors) {
        return Surge.begun(
                UUID.fromString("0f4f8e9a-41a5-5c38-8a75-6f5d1b4a3c21"), ICE, "AK-21", counted(authors, 0), AT);
    }

    private static Counted counted(int authors, double usual) {
        return SurgeRules.counted(RULE, new Count(authors, authors), usual, AT);
    }
}
