package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.contracts.incident.ReplyKind.FINAL;
import static otklik.sla.deadline.Facts.TRANSPORT;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.testkit.Clause;

/** When people may be told, and the last safe moment. Altai: 08–17, lunch 12:00–12:48. */
class NightTest {

    private final Bench bench;
    private final Story story;

    NightTest(@TempDir Path stateDir) {
        bench = new Bench("2026-06-16T08:00:00+07:00", stateDir);
        story = new Story(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Clause({"AK-10", "AK-18"})
    void whatComesAboutAtNight_isTheFactAtOnce_andToldToPeopleInTheMorning() {
        story.registered("2026-06-16T10:00:00+07:00")
                .fact("2026-06-16T10:10:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-16T16:50:00+07:00", Facts.draft(FINAL));
        bench.told();
        bench.at("2026-06-16T17:20:00.001+07:00");

        List<DeadlineEvent> approve = bench.events().stream()
                .filter(event -> event.stage().equals("approve"))
                .toList();
        assertThat(approve)
                .extracting(Bench::line)
                .containsExactly(
                        "06-16 17:05 approve warned 50",
                        "06-16 17:12 approve warned 75",
                        "06-16 17:17 approve warned 90",
                        "06-16 17:20 approve breached");
        assertThat(approve).extracting(DeadlineEvent::tellAt).containsOnly(Facts.at("2026-06-17T08:00:00+07:00"));
        assertThat(approve).extracting(DeadlineEvent::owner).containsOnly("curator");
        assertThat(approve).extracting(DeadlineEvent::organ).containsOnlyNulls();
        assertThat(approve).extracting(DeadlineEvent::concerns).containsOnly(TRANSPORT);
    }

    @Test
    @Clause("AK-10")
    void lunchIsNoNight() {
        story.registered("2026-06-16T10:00:00+07:00")
                .fact("2026-06-16T10:10:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-16T11:40:00+07:00", Facts.draft(FINAL));
        bench.told();
        bench.at("2026-06-16T12:10:00.001+07:00");

        assertThat(bench.events())
                .filteredOn(event -> event.fact() instanceof DeadlineFact.DeadlineBreached)
                .singleElement()
                .extracting(DeadlineEvent::tellAt)
                .isNull();
    }

    @Test
    @Clause({"AK-8", "AK-10", "AK-12"})
    void theLastSafeMoment_leavesApprovalAndPublicationTheWholeOfTheirTerms() {
        story.registered("2026-06-16T10:00:00+07:00").fact("2026-06-16T10:10:00+07:00", Facts.routed(TRANSPORT));
        bench.told();
        bench.at("2026-06-17T09:47:59+07:00");
        assertThat(bench.told()).noneMatch(line -> line.contains("last safe"));
        bench.at("2026-06-17T09:48:00+07:00");

        assertThat(bench.told()).containsExactly("06-17 09:48 publish warned last safe");
    }

    @Test
    @Clause("AK-8")
    void theLastSafeMoment_isNoWorry_onceThereIsADraft() {
        story.registered("2026-06-16T10:00:00+07:00")
                .fact("2026-06-16T10:10:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-17T09:40:00+07:00", Facts.draft(FINAL));
        bench.told();
        bench.at("2026-06-17T10:48:00+07:00");

        assertThat(story.told("publish")).containsExactly("06-17 09:54 publish warned 90");
    }
}
