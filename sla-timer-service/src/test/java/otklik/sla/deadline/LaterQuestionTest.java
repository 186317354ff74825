package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.contracts.incident.ReplyKind.CLARIFICATION;
import static otklik.contracts.incident.ReplyKind.FINAL;
import static otklik.contracts.incident.ReplyKind.INTERIM;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.testkit.Clause;

/** A question to the author after an interim reply, on Tuesday, 16 June 2026: it has its own terms, and the final reply's runs on over it. */
class LaterQuestionTest {

    private final Bench bench;

    LaterQuestionTest(@TempDir Path stateDir) {
        bench = new Bench("2026-06-15T12:00:00Z", stateDir);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private final class Walk {

        private final Story story;
        private final ZoneId zone;
        private final String offset;

        /** Found at ten, with organ a, and its interim reply stands there since half past eleven. */
        Walk(String jurisdiction, String zone, String offset) {
            story = new Story(bench, jurisdiction, jurisdiction);
            this.zone = ZoneId.of(zone);
            this.offset = offset;
            story.registered("2026-06-16T10:00:00" + offset);
            at("10:10", Facts.routed("a")).goesOut(INTERIM, "11:00", "11:10", "11:30");
        }

        Walk at(String time, IncidentFact fact) {
            return on("16T" + time, fact);
        }

        Walk on(String dayAndTime, IncidentFact fact) {
            story.fact("2026-06-" + dayAndTime + ":00" + offset, fact);
            return this;
        }

        Walk goesOut(ReplyKind kind, String written, String approved, String published) {
            return at(written, Facts.draft(kind))
                    .at(approved, Facts.approved(kind))
                    .at(published, Facts.published(kind, Facts.at("2026-06-16T" + published + ":00" + offset)));
        }

        /** Everything but warnings since one last asked, without the month; what lapses is of the interim reply's time. */
        List<String> told() {
            return bench.told(zone).stream()
                    .filter(line -> !line.contains(" warned ") && !line.contains(" lapsed"))
                    .map(line -> line.replace("06-16 ", ""))
                    .toList();
        }
    }

    @Test
    @Clause({"AK-10", "AK-12", "AK-13"})
    void altai_theFinalDraftIsDueAsIfNothingHadBeenAsked() {
        Walk walk = new Walk("altai-krai", "Asia/Barnaul", "+07:00");
        assertThat(walk.told()).contains("11:30 final set 06-25 17:00 [a]");

        walk.goesOut(CLARIFICATION, "12:00", "12:10", "12:20").on("17T09:00", new IncidentFact.AuthorAnswered("a"));
        assertThat(walk.told())
                .containsExactly(
                        "12:00 approve set 12:30 [a]",
                        "12:10 approve met [a]",
                        "12:10 place set 12:40 [a]",
                        "12:20 place met [a]");
        walk.on("17T10:00", Facts.draft(FINAL));
        assertThat(walk.told()).containsExactly("06-17 10:00 final met [a]", "06-17 10:00 approve set 06-17 10:30 [a]");
    }

    @Test
    @Clause({"LP-10", "LP-12"})
    void lipetsk_theFinalDraftIsDueAsIfNothingHadBeenAsked() {
        Walk walk = new Walk("lipetsk-oblast", "Europe/Moscow", "+03:00");
        assertThat(walk.told()).contains("11:30 final set 06-25 17:30 [a]");

        walk.goesOut(CLARIFICATION, "12:00", "12:10", "12:20").on("17T09:00", new IncidentFact.AuthorAnswered("a"));
        assertThat(walk.told()).containsExactly("12:00 place set 12:30 [a]", "12:20 place met [a]");
        walk.on("17T10:00", Facts.draft(FINAL));
        assertThat(walk.told()).containsExactly("06-17 10:00 final met [a]", "06-17 10:00 place set 06-17 10:30 [a]");
    }

    /** Whoever gets the incident while the author is asked has the term of the final reply, not the six hours of a first draft. */
    @Test
    @Clause({"KH-10", "KH-11", "KH-12", "KH-13"})
    void khabarovsk_theTermOfTheFinalReplyRunsOn_andGoesWithTheIncident() {
        Walk walk = new Walk("khabarovsk-krai", "Asia/Vladivostok", "+10:00");
        assertThat(walk.told()).contains("11:00 draft met [a]", "11:00 final set 06-25 18:00 [a]");

        walk.goesOut(CLARIFICATION, "12:00", "12:10", "12:20");
        assertThat(walk.told())
                .containsExactly(
                        "12:00 approve set 13:00 [a]",
                        "12:10 approve met [a]",
                        "12:10 place set 13:58 [a]",
                        "12:20 place met [a]");
        walk.at("14:00", Facts.returned("a")).at("14:10", new IncidentFact.AuthorAnswered(null));
        walk.at("14:20", Facts.routed("b"));
        assertThat(walk.told())
                .contains("14:00 final set 06-25 18:00", "14:20 return set 15:20 [b]")
                .noneMatch(line -> line.contains("draft set"));
        walk.goesOut(CLARIFICATION, "14:30", "14:40", "14:50").goesOut(FINAL, "15:00", "15:10", "15:20");
        assertThat(walk.told()).contains("15:20 final met [b]").noneMatch(line -> line.contains("draft"));
    }

    /** An amended question goes out at once, like any amended draft: it was reworked, whatever is due after it. */
    @Test
    @Clause("KH-12")
    void khabarovsk_aQuestionThatCameBack_isReworkedOnceItStandsThere() {
        Walk walk = new Walk("khabarovsk-krai", "Asia/Vladivostok", "+10:00");
        walk.at("12:00", Facts.draft(CLARIFICATION))
                .at("12:10", Facts.rework())
                .goesOut(CLARIFICATION, "13:50", "13:50", "13:55");
        assertThat(walk.told()).contains("12:10 rework set 13:58 [a]", "13:55 rework met [a]");
    }

    /** The town's rules set no term for the final reply; to ask is timely in the first two hours with whoever has the incident. */
    @Test
    @Clause({"VP-13", "VP-16", "VP-17"})
    void vyatskiePolyany_aQuestionIsTimelyInTwoHours_whoeverHasTheIncidentNext() {
        Walk walk = new Walk("vyatskie-polyany", "Europe/Kirov", "+03:00");
        assertThat(walk.told())
                .contains(
                        "11:00 clarify cancelled: Проект ответа уже отправлен на согласование [a]",
                        "11:30 publish met [a]");

        walk.goesOut(CLARIFICATION, "12:00", "12:10", "12:20").at("12:30", new IncidentFact.AuthorAnswered("a"));
        assertThat(walk.told())
                .containsExactly(
                        "12:00 approve set 13:00 [a]",
                        "12:10 approve met [a]",
                        "12:10 place set 12:40 [a]",
                        "12:20 place met [a]");
        walk.at("12:40", Facts.routed("b")).goesOut(CLARIFICATION, "13:00", "13:10", "13:20");
        assertThat(walk.told())
                .contains("12:40 clarify set 14:40 [b]", "13:00 clarify met [b]", "13:20 place met [b]")
                .noneMatch(line -> line.contains("publish"));
    }
}
