package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.regulation.time.ProductionCalendar;

class ExplanationTest {

    @Test
    void deadlineInAYearThatIsNotDecreedYet_saysSo() {
        ProductionCalendar forecast = ProductionCalendar.parse(
                "x", "x.txt", "year 2027 revised 2026-09-02\nyear 2028 revised 2026-09-02 provisional");
        Regulation altai = Regulations.shipped().get("altai-krai").on(forecast);

        Explanation into = explanation(altai, "2027-12-31T16:30:00+07:00");
        Explanation before = explanation(altai, "2027-12-29T09:00:00+07:00");

        assertThat(into.provisional()).isTrue();
        assertThat(into.sentence()).endsWith("; производственный календарь ещё не утверждён, срок может измениться");
        assertThat(before.provisional()).isFalse();
        assertThat(before.sentence()).doesNotContain("не утверждён");
    }

    private static Explanation explanation(Regulation regulation, String start) {
        return regulation
                .deadline(
                        "publish",
                        Importance.NORMAL,
                        OffsetDateTime.parse(start).toInstant())
                .explanation();
    }

    private static final long FROM = Instant.parse("2014-02-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2027-11-15T00:00:00Z").getEpochSecond();

    @ParameterizedTest
    @ValueSource(strings = {"altai-krai", "barnaul-leninsky", "khabarovsk-krai", "lipetsk-oblast", "vyatskie-polyany"})
    void proof_givesTheSameInstantWithoutCalendarAndProfile(String id) {
        Regulation regulation = Regulations.shipped().get(id);
        SplittableRandom random = new SplittableRandom(id.hashCode());

        for (int i = 0; i < 2_000; i++) {
            Term term = regulation.terms().get(random.nextInt(regulation.terms().size()));
            Importance importance = term.importance() == null ? Importance.NORMAL : term.importance();
            Instant start = Instant.ofEpochSecond(random.nextLong(FROM, TO), random.nextInt(1_000_000_000));
            Deadline deadline = regulation.deadline(term.stage(), importance, start);

            assertThat(deadline.explanation().recomputed())
                    .as("%s from %s", term, start)
                    .isEqualTo(deadline.dueAt());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            altai-krai | publish | NORMAL | 2026-06-10T16:20+07:00 | Срок — пн 09:08: 9 рабочих часов с ср 16:20 (п. 8); не считались: ночь, обед 12:00–12:48, сокращённые часы 11 июня, праздник 12 июня, выходные
            altai-krai | draft | NORMAL | 2026-06-16T09:00+07:00 | Срок — вт 14:48: за 4 рабочих часа до срока ср 09:48 (п. 9), а он — 9 рабочих часов с вт 09:00 (п. 8); не считались: обед 12:00–12:48, ночь
            altai-krai | route | NORMAL | 2026-06-10T23:50+07:00 | Срок — чт 00:20: 30 минут с ср 23:50 (п. 6)
            altai-krai | final | NORMAL | 2026-06-06T10:00+07:00 | Срок — ср 17 июня 17:00: 7 рабочих дней с сб 6 июня 10:00 (п. 13); не считались: выходные, праздник 12 июня
            lipetsk-oblast | route | NORMAL | 2026-01-01T10:00+03:00 | Срок — пн 12 января 09:00: 30 рабочих минут с чт 1 января 10:00 (п. 6); не считались: праздник 1–8 января, перенесённый выходной 9 января, выходные, ночь
            vyatskie-polyany | publish | NORMAL | 2026-06-11T15:00+03:00 | Срок — пн 15:00: 24 часа без выходных и праздников с чт 15:00 (п. 8); не считались: праздник 12 июня, выходные
            barnaul-leninsky | publish | NORMAL | 2021-10-29T15:00+07:00 | Срок — пн 8 ноября 16:48: 9 рабочих часов с пт 29 октября 15:00 (п. 7); не считались: ночь, нерабочие дни 30 октября – 3 ноября (указ № 595), праздник 4 ноября, перенесённый выходной 5 ноября, выходные, обед 12:00–12:48
            """)
    void sentence_tellsTheProofInRussian(
            String id, String stage, Importance importance, String start, String sentence) {
        Instant from = OffsetDateTime.parse(start).toInstant();

        assertThat(Regulations.shipped()
                        .get(id)
                        .deadline(stage, importance, from)
                        .explanation()
                        .sentence())
                .isEqualTo(sentence);
    }
}
