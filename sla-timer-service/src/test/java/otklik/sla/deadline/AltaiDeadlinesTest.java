package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.contracts.incident.ReplyKind.CLARIFICATION;
import static otklik.contracts.incident.ReplyKind.FINAL;
import static otklik.contracts.incident.ReplyKind.INTERIM;
import static otklik.sla.deadline.Facts.HOUSING;
import static otklik.sla.deadline.Facts.TRANSPORT;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.testkit.Clause;

/**
 * The clocks of Altai Krai, clause by clause, on the topology. Wednesday 10 June 2026; Thursday is shortened to 16:00, Friday 12 June is
 * a holiday. Office hours 08:00–17:00 without 12:00–12:48.
 */
class AltaiDeadlinesTest {

    private static final String DETECTED = "2026-06-10T16:20:00+07:00";

    private final Bench bench;
    private final Story story;

    AltaiDeadlinesTest(@TempDir Path stateDir) {
        bench = new Bench("2026-06-10T16:00:00+07:00", stateDir);
        story = new Story(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Clause({"AK-6", "AK-8", "AK-9"})
    void detection_setsRoutePublishAndDraft() {
        story.registered(DETECTED);

        assertThat(bench.told())
                .containsExactly(
                        "06-10 16:20 route set 06-10 16:50",
                        "06-10 16:20 publish set 06-15 09:08",
                        "06-10 16:20 draft set 06-11 13:08");
    }

    @Test
    @Clause("AK-6")
    void route_isMetByRouting() {
        story.registered(DETECTED).fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT));

        assertThat(story.told("route")).containsExactly("06-10 16:20 route set 06-10 16:50", "06-10 16:30 route met");
    }

    @Test
    @Clause({"AK-6", "AK-18"})
    void route_isWarnedThenBreachedThenEscalated_neverBeforeItsTime() {
        story.registered(DETECTED);
        bench.told();

        bench.at("2026-06-10T16:34:59.999+07:00");
        assertThat(bench.told()).isEmpty();
        bench.at("2026-06-10T16:35:00+07:00");
        assertThat(bench.told()).containsExactly("06-10 16:35 route warned 50");
        bench.at("2026-06-10T16:42:30+07:00");
        assertThat(bench.told()).containsExactly("06-10 16:42 route warned 75");
        bench.at("2026-06-10T16:47:00+07:00");
        assertThat(bench.told()).containsExactly("06-10 16:47 route warned 90");
        bench.at("2026-06-10T16:50:00+07:00");
        assertThat(bench.told()).isEmpty();
        bench.at("2026-06-10T16:50:00.001+07:00");
        assertThat(bench.told()).containsExactly("06-10 16:50 route breached");

        // The curator's own delay: nobody of an organ is told. 10 minutes on Wednesday, 1 h 50 on Thursday.
        story.fact("2026-06-11T10:00:00+07:00", Facts.routed(TRANSPORT));
        assertThat(story.told("route"))
                .containsExactly("06-11 09:50 route escalated supervisor → leadership", "06-11 10:00 route met late");
    }

    @Test
    @Clause("AK-7")
    void return_isAWindow_thatLapsesWithoutBlame() {
        story.registered(DETECTED).fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT));
        bench.at("2026-06-10T17:00:00.001+07:00");

        assertThat(story.told("return"))
                .containsExactly("06-10 16:30 return set 06-10 17:00", "06-10 17:00 return lapsed");
    }

    @Test
    @Clause("AK-7")
    void return_isClosedByTheStartOfWork() {
        story.registered(DETECTED)
                .fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-10T16:40:00+07:00", new IncidentFact.WorkStarted(TRANSPORT));

        assertThat(story.told("return"))
                .containsExactly(
                        "06-10 16:30 return set 06-10 17:00",
                        "06-10 16:40 return cancelled: Исполнитель взял сообщение в работу");
    }

    @Test
    @Clause({"AK-7", "AK-8"})
    void returnAndNewRouting_startTheOrgansClockAnew_whileTheOverallOneRuns() {
        story.registered(DETECTED)
                .fact("2026-06-10T16:25:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-10T16:31:00+07:00", Facts.returned(TRANSPORT));
        bench.told();
        story.fact("2026-06-10T16:40:00+07:00", Facts.routed(HOUSING));

        assertThat(bench.told()).containsExactly("06-10 16:40 return set 06-10 17:10");
        bench.at("2026-06-15T09:08:00.001+07:00");
        assertThat(bench.events())
                .filteredOn(event -> event.stage().equals("publish"))
                .extracting(Bench::line, DeadlineEvent::organ)
                .contains(org.assertj.core.groups.Tuple.tuple("06-15 09:08 publish breached", HOUSING));
    }

    @Test
    @Clause("AK-8")
    void publish_isMetInTime() {
        upToApproval(story);
        story.fact("2026-06-11T13:20:00+07:00", Facts.published(FINAL, Facts.at("2026-06-11T13:19:30+07:00")));

        assertThat(story.told("publish"))
                .containsExactly(
                        "06-10 16:20 publish set 06-15 09:08",
                        "06-11 11:50 publish warned 50",
                        "06-11 13:19 publish met");
    }

    @Test
    @Clause({"AK-8", "AK-18", "AK-19"})
    void publish_isBreachedAtTheDueInstant_andClimbsTheLadderInWorkingTime() {
        story.registered(DETECTED);
        bench.at("2026-06-20T00:00:00+07:00");

        assertThat(story.told("publish"))
                .containsExactly(
                        "06-10 16:20 publish set 06-15 09:08",
                        "06-11 11:50 publish warned 50",
                        "06-11 14:53 publish warned 75",
                        "06-15 08:08 publish warned last safe",
                        "06-15 08:14 publish warned 90",
                        "06-15 09:08 publish breached",
                        "06-15 09:08 publish escalated executor → responsible",
                        "06-15 09:38 publish escalated responsible → supervisor",
                        "06-15 11:08 publish escalated supervisor → leadership",
                        "06-16 09:56 publish escalated leadership → null");
        bench.at("2026-07-20T00:00:00+07:00");
        assertThat(story.told("publish")).isEmpty();
    }

    @Test
    @Clause("AK-9")
    void draft_isMetByAnyDraft_alsoARequestForClarification() {
        story.registered(DETECTED)
                .fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-11T09:00:00+07:00", Facts.draft(CLARIFICATION));

        assertThat(story.told("draft")).containsExactly("06-10 16:20 draft set 06-11 13:08", "06-11 09:00 draft met");
    }

    @Test
    @Clause("AK-9")
    void draft_isBreachedFourWorkingHoursBeforeTheEnd_andMetLate() {
        story.registered(DETECTED).fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT));
        bench.at("2026-06-11T13:30:00+07:00");
        story.fact("2026-06-11T13:31:00+07:00", Facts.draft(FINAL));

        assertThat(story.told("draft"))
                .containsExactly(
                        "06-10 16:20 draft set 06-11 13:08",
                        "06-11 09:50 draft warned 50",
                        "06-11 11:05 draft warned 75",
                        "06-11 11:50 draft warned 90",
                        "06-11 13:08 draft breached",
                        "06-11 13:08 draft escalated executor → responsible",
                        "06-11 13:31 draft met late");
    }

    @Test
    @Clause({"AK-10", "AK-11"})
    void approval_isMetByReworkAsWellAsByApproval_andEachRoundHasItsOwn() {
        story.registered(DETECTED)
                .fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-11T08:30:00+07:00", Facts.draft(FINAL))
                .fact("2026-06-11T08:40:00+07:00", Facts.rework());
        bench.told();
        story.fact("2026-06-11T09:00:00+07:00", Facts.draft(FINAL));
        story.fact("2026-06-11T09:10:00+07:00", Facts.approved(FINAL));

        assertThat(bench.told())
                .containsExactly(
                        "06-11 09:00 rework met",
                        "06-11 09:00 approve set 06-11 09:30",
                        "06-11 09:10 approve met",
                        "06-11 09:10 place set 06-11 09:40");
    }

    @Test
    @Clause("AK-10")
    void approval_isBreachedAfterHalfAnHour_andIsTheCuratorsOwn() {
        story.registered(DETECTED)
                .fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-11T08:30:00+07:00", Facts.draft(FINAL));
        bench.at("2026-06-11T09:00:00.001+07:00");

        assertThat(bench.events())
                .filteredOn(event -> event.stage().equals("approve"))
                .allSatisfy(event -> assertThat(event.organ()).isNull())
                .extracting(Bench::line)
                .containsExactly(
                        "06-11 08:30 approve set 06-11 09:00",
                        "06-11 08:45 approve warned 50",
                        "06-11 08:52 approve warned 75",
                        "06-11 08:57 approve warned 90",
                        "06-11 09:00 approve breached");
    }

    @Test
    @Clause("AK-11")
    void rework_isBreachedAfterAnHour() {
        story.registered(DETECTED)
                .fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-11T08:30:00+07:00", Facts.draft(FINAL))
                .fact("2026-06-11T08:40:00+07:00", Facts.rework());
        bench.at("2026-06-11T09:40:00.001+07:00");

        assertThat(story.told("rework"))
                .containsExactly(
                        "06-11 08:40 rework set 06-11 09:40",
                        "06-11 09:10 rework warned 50",
                        "06-11 09:25 rework warned 75",
                        "06-11 09:34 rework warned 90",
                        "06-11 09:40 rework breached",
                        "06-11 09:40 rework escalated executor → responsible");
    }

    @Test
    @Clause("AK-12")
    void place_isMetByWhenItWasPublished_notByWhenWeLearnedOfIt() {
        upToApproval(story);
        // Published in time; the link was recorded an hour later, when the breach had been told already.
        story.fact("2026-06-11T14:30:00+07:00", Facts.published(FINAL, Facts.at("2026-06-11T13:25:00+07:00")));

        assertThat(story.told("place"))
                .containsExactly(
                        "06-11 13:00 place set 06-11 13:30",
                        "06-11 13:15 place warned 50",
                        "06-11 13:22 place warned 75",
                        "06-11 13:27 place warned 90",
                        "06-11 13:30 place breached",
                        "06-11 13:30 place escalated executor → responsible",
                        "06-11 14:00 place escalated responsible → supervisor",
                        "06-11 13:25 place met");
    }

    @Test
    @Clause("AK-13")
    void interimReply_meetsPublish_andStartsSevenWorkingDays_overTheMonthsEndAndHolidays() {
        // Thu 30 April: off are 1 May, weekends and 11 May; working days 4–8, 12, 13 May.
        story.registered("2026-04-29T09:00:00+07:00")
                .fact("2026-04-29T09:10:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-04-29T10:00:00+07:00", Facts.draft(INTERIM))
                .fact("2026-04-29T10:05:00+07:00", Facts.approved(INTERIM))
                .fact("2026-04-30T08:30:00+07:00", Facts.published(INTERIM, Facts.at("2026-04-30T08:30:00+07:00")));
        assertThat(bench.told())
                .contains("04-30 08:30 publish met", "04-30 08:30 final set 05-13 17:00")
                .doesNotContain("04-30 08:30 publish met late");

        story.fact("2026-05-13T17:00:00+07:00", Facts.draft(FINAL));
        assertThat(bench.told())
                .contains("05-13 17:00 final met", "05-13 17:00 approve set 05-13 17:30")
                .noneMatch(line -> line.contains("final breached"));
    }

    @Test
    @Clause("AK-13")
    void finalDraft_isBreachedAfterTheSeventhWorkingDay() {
        story.registered("2026-06-05T15:00:00+07:00")
                .fact("2026-06-06T10:00:00+07:00", Facts.published(INTERIM, Facts.at("2026-06-06T10:00:00+07:00")));
        bench.told();
        bench.at("2026-06-17T17:00:00.001+07:00");

        assertThat(story.told("final")).contains("06-17 17:00 final breached");
    }

    @Test
    @Clause("AK-17")
    void screenedOut_cancelsEverything_andRestoring_countsFromDetectionAgain() {
        story.registered(DETECTED)
                .fact(
                        "2026-06-10T16:25:00+07:00",
                        new IncidentFact.IncidentScreenedOut(otklik.contracts.incident.Screening.INSULT, null));
        assertThat(bench.told())
                .contains(
                        "06-10 16:25 route cancelled: Сообщение исключено из обработки",
                        "06-10 16:25 publish cancelled: Сообщение исключено из обработки",
                        "06-10 16:25 draft cancelled: Сообщение исключено из обработки");

        story.fact("2026-06-10T16:30:00+07:00", new IncidentFact.IncidentRestored("Это жалоба"));
        assertThat(bench.told())
                .containsExactly(
                        "06-10 16:30 route set 06-10 16:50",
                        "06-10 16:30 publish set 06-15 09:08",
                        "06-10 16:30 draft set 06-11 13:08");
    }

    @Test
    void closing_endsWhatIsStillOpen_andTheClockStops() {
        upToApproval(story);
        bench.told();
        story.fact("2026-06-11T13:05:00+07:00", new IncidentFact.NoReactionDecided("Автор удалил сообщение"));
        bench.at("2026-07-11T13:05:00+07:00");

        assertThat(bench.told())
                .containsExactly(
                        "06-11 13:05 publish cancelled: Решено, что ответ не нужен",
                        "06-11 13:05 place cancelled: Решено, что ответ не нужен");
    }

    private static void upToApproval(Story story) {
        story.registered(DETECTED)
                .fact("2026-06-10T16:30:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-11T12:50:00+07:00", Facts.draft(FINAL))
                .fact("2026-06-11T13:00:00+07:00", Facts.approved(FINAL));
    }

    @BeforeEach
    void quiet() {
        assertThat(bench.told()).isEmpty();
    }
}
