package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.ContributionAccepted;
import otklik.contracts.incident.IncidentFact.ContributionRequested;
import otklik.contracts.incident.IncidentFact.ContributionReworkRequested;
import otklik.contracts.incident.IncidentFact.ContributionSubmitted;
import otklik.contracts.incident.IncidentFact.OrgansEngaged;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.testkit.Clause;

/** Tuesday, 16 June 2026, an ordinary day in five jurisdictions: every term of the clauses as facts start, meet and cancel it. */
class FiveRegulationsTest {

    private static final String DAY = "2026-06-16T";

    private final Bench bench;
    private final Path ignored;

    FiveRegulationsTest(@TempDir Path stateDir) {
        ignored = stateDir;
        bench = new Bench("2026-06-15T12:00:00Z", ignored);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** One incident of one jurisdiction; instants are local times of the day. */
    private final class Walk {

        private final Story story;
        private final ZoneId zone;
        private final String offset;

        Walk(String jurisdiction, String zone, String offset) {
            this(jurisdiction, jurisdiction, zone, offset);
        }

        Walk(String name, String jurisdiction, String zone, String offset) {
            this.story = new Story(bench, name, jurisdiction);
            this.zone = ZoneId.of(zone);
            this.offset = offset;
        }

        Walk at(String time, IncidentFact fact) {
            story.fact(DAY + time + ":00" + offset, fact);
            return this;
        }

        Walk detected(String time) {
            story.registered(DAY + time + ":00" + offset);
            return this;
        }

        IncidentFact published(ReplyKind kind, String time) {
            return Facts.published(kind, Facts.at(DAY + time + ":00" + offset));
        }

        /** Everything but warnings since one last asked, without the month. */
        List<String> told() {
            return bench.told(zone).stream()
                    .filter(line -> !line.contains(" warned "))
                    .map(line -> line.replace("06-16 ", ""))
                    .toList();
        }

        /** The same of one stage, without the ladder. */
        List<String> toldOf(String stage) {
            return told().stream()
                    .filter(line -> line.contains(" " + stage + " ") && !line.contains(" escalated "))
                    .toList();
        }
    }

    private Walk vyatskiePolyany() {
        return new Walk("vyatskie-polyany", "Europe/Kirov", "+03:00");
    }

    private Walk khabarovsk() {
        return new Walk("khabarovsk-krai", "Asia/Vladivostok", "+10:00");
    }

    private Walk leninsky() {
        return new Walk("barnaul-leninsky", "Asia/Barnaul", "+07:00");
    }

    private Walk lipetsk() {
        return new Walk("lipetsk-oblast", "Europe/Moscow", "+03:00");
    }

    private Walk lipetsk(String name) {
        return new Walk(name, "lipetsk-oblast", "Europe/Moscow", "+03:00");
    }

    @Test
    @Clause({"VP-8", "VP-9", "VP-11", "VP-13", "VP-15", "VP-16", "VP-17"})
    void vyatskiePolyany_fromDetectionToPublication() {
        Walk walk = vyatskiePolyany().detected("10:00").at("10:30", Facts.routed("a"));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 publish set 06-17 10:00",
                        "10:30 draft set 06-17 08:30 [a]",
                        "10:30 return set 11:30 [a]",
                        "10:30 clarify set 12:30 [a]");

        walk.at("12:00", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.told())
                .containsExactly(
                        "11:30 return lapsed [a]",
                        "12:00 draft met [a]",
                        "12:00 clarify cancelled: Проект ответа уже отправлен на согласование [a]",
                        "12:00 approve set 13:00 [a]");

        walk.at("12:40", Facts.rework());
        assertThat(walk.told()).containsExactly("12:40 approve met [a]", "12:40 rework set 13:40 [a]");
        walk.at("13:00", Facts.draft(ReplyKind.FINAL)).at("13:10", Facts.approved(ReplyKind.FINAL));
        assertThat(walk.told())
                .containsExactly(
                        "13:00 rework met [a]",
                        "13:00 approve set 14:00 [a]",
                        "13:10 approve met [a]",
                        "13:10 place set 13:40 [a]");
        walk.at("13:20", walk.published(ReplyKind.FINAL, "13:20"));
        assertThat(walk.told()).containsExactly("13:20 publish met [a]", "13:20 place met [a]");
    }

    @Test
    @Clause("VP-10")
    void vyatskiePolyany_theInterimReplyBeforeDaysOff_endsNoClock() {
        Walk walk = vyatskiePolyany().detected("10:00").at("10:30", Facts.routed("a"));
        walk.told();
        walk.at("12:45", new IncidentFact.PassOnDue("VP-10"))
                .at(
                        "12:45",
                        new IncidentFact.InterimGiven(
                                new UUID(0, 1), "VP-10", "Здравствуйте!", Channel.VK, null, Map.of(), true))
                .at(
                        "12:46",
                        new IncidentFact.InterimPublished(new UUID(0, 1), "https://vk.com/1", Instant.EPOCH, false));

        assertThat(walk.told())
                .noneMatch(line -> line.contains(" met") || line.contains("cancelled") || line.contains("moved"));
        walk.at("13:00", Facts.draft(ReplyKind.INTERIM)).at("13:10", walk.published(ReplyKind.INTERIM, "13:05"));
        assertThat(walk.told()).contains("13:00 draft met [a]", "13:05 publish met [a]");
    }

    @Test
    @Clause("VP-13")
    void vyatskiePolyany_aDraftByEmail_hasTwoHours() {
        Walk walk = vyatskiePolyany().detected("10:00").at("10:30", Facts.routed("a"));
        walk.told();
        walk.at("11:00", new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, "a", null, true, null));

        assertThat(walk.told())
                .contains("11:00 approve-by-email set 13:00 [a]")
                .doesNotContain("11:00 approve set 12:00 [a]");
        walk.at("12:30", Facts.approved(ReplyKind.FINAL));
        assertThat(walk.told()).contains("12:30 approve-by-email met [a]");
    }

    @Test
    @Clause("VP-13")
    void vyatskiePolyany_aDraftByEmailRecordedLater_hasTwoHoursFromWhenItCame() {
        Walk walk = vyatskiePolyany().detected("10:00").at("10:30", Facts.routed("a"));
        walk.told();
        Instant came = Facts.at(DAY + "11:00:00+03:00");
        walk.at("12:15", new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, "a", null, true, came));

        assertThat(walk.told())
                .contains("11:00 draft met [a]", "11:00 approve-by-email set 13:00 [a]")
                .noneMatch(line -> line.contains(" approve set"));
        walk.at("13:10", Facts.approved(ReplyKind.FINAL));
        assertThat(walk.told()).contains("13:10 approve-by-email met late [a]");
    }

    @Test
    @Clause({"VP-7", "VP-8", "VP-9", "VP-11"})
    void vyatskiePolyany_raisedImportance_countsFromTheOriginalStarts() {
        Walk walk = vyatskiePolyany().detected("10:00").at("10:30", Facts.routed("a"));
        walk.told();
        walk.at("10:40", Facts.corrected(Importance.ELEVATED));

        assertThat(walk.told())
                .containsExactly(
                        "10:40 publish moved 06-17 10:00 → 15:00 [a]",
                        "10:40 draft moved 06-17 08:30 → 14:30 [a]",
                        "10:40 return moved 11:30 → 11:00 [a]");
        walk.at("11:10", Facts.returned("a")).at("11:20", Facts.routed("b"));
        assertThat(walk.told())
                .contains("11:20 draft set 15:20 [b]", "11:20 return set 11:50 [b]")
                .noneMatch(line -> line.contains("publish"));
    }

    @Test
    @Clause({"KH-6", "KH-7", "KH-8", "KH-10", "KH-12", "KH-13"})
    void khabarovsk_severalOrgansAtOnce_eachWithItsOwnClocks() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", new OrgansEngaged(List.of("a", "b"), null, "parallel-consolidated-by-curator"))
                .at("10:20", new ContributionRequested("a", "А", false))
                .at("10:20", new ContributionRequested("b", "Б", false));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 route set 11:00",
                        "10:20 route cancelled: Вопрос нескольких органов: действует другой срок",
                        "10:20 route-many set 11:00",
                        "10:20 route-many met",
                        "10:20 return set 11:20 [a]",
                        "10:20 draft set 17:08 [a]",
                        "10:20 return set 11:20 [b]",
                        "10:20 draft set 17:08 [b]");

        walk.at("11:00", new IncidentFact.WorkStarted("b")).at("12:00", new ContributionSubmitted("a", 1));
        assertThat(walk.told())
                .containsExactly(
                        "11:00 return cancelled: Исполнитель взял сообщение в работу [b]",
                        "11:20 return lapsed [a]",
                        "12:00 draft met [a]",
                        "12:00 approve set 13:00 [a]");

        walk.at("12:30", new ContributionReworkRequested("a", List.of("contacts"), null, null))
                .at("14:00", new ContributionAccepted("a", false));
        assertThat(walk.told())
                .containsExactly("12:30 approve met [a]", "12:30 rework set 14:18 [a]", "14:00 rework met [a]");

        walk.at("14:30", new ContributionSubmitted("b", 1)).at("15:00", new ContributionAccepted("b", true));
        assertThat(walk.told())
                .containsExactly(
                        "14:30 draft met [b]",
                        "14:30 approve set 15:30 [b]",
                        "15:00 approve met [b]",
                        "15:00 place-consolidated set 16:00");
        walk.at("15:30", walk.published(ReplyKind.FINAL, "15:30"));
        assertThat(walk.told()).containsExactly("15:30 place-consolidated met");
    }

    @Test
    @Clause({"KH-8", "KH-10", "KH-11", "KH-12", "KH-13"})
    void khabarovsk_anOrganWithoutAccount_andAnInterimReply() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", Facts.routed("a"))
                .at("10:40", Facts.returned("a"))
                .at("11:00", new IncidentFact.IncidentRouted("b", "Б", false, null, false));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 route set 11:00",
                        "10:20 route met [a]",
                        "10:20 return set 11:20 [a]",
                        "10:20 draft set 17:08 [a]",
                        "10:40 return met [a]",
                        "10:40 draft cancelled: Орган вернул сообщение [a]",
                        "10:40 reroute set 11:40 [a]",
                        "11:00 reroute met [a]",
                        "11:00 return set 12:00 [b]",
                        "11:00 draft set 17:48 [b]");

        walk.at("11:30", Facts.draft(ReplyKind.INTERIM)).at("12:00", Facts.approved(ReplyKind.INTERIM));
        assertThat(walk.told())
                .containsExactly(
                        "11:30 return cancelled: Проект ответа уже отправлен на согласование [b]",
                        "11:30 draft met [b]",
                        "11:30 approve set 12:30 [b]",
                        "11:30 place-by-curator set 12:30 [b]",
                        "11:30 final set 06-25 18:00 [b]",
                        "12:00 approve met [b]");
        walk.at("12:20", walk.published(ReplyKind.INTERIM, "12:20"));
        assertThat(walk.told()).containsExactly("12:20 place-by-curator met [b]");
        walk.at("12:40", walk.published(ReplyKind.FINAL, "12:40"));
        assertThat(walk.told()).containsExactly("12:40 final met [b]");
    }

    /** Who has no account amends and hands in, the curator publishes within the hour of the amended draft. */
    @Test
    @Clause({"KH-12", "KH-13", "KH-14"})
    void khabarovsk_reworkOfAnOrganWithoutAccount_isDoneWhenTheCuratorHasIt() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("11:00", new IncidentFact.IncidentRouted("b", "Б", false, null, false))
                .at("11:30", Facts.draft(ReplyKind.FINAL))
                .at("11:50", Facts.rework())
                .at("12:40", Facts.draft(ReplyKind.FINAL))
                .at("12:40", Facts.approved(ReplyKind.FINAL));
        assertThat(walk.told())
                .contains(
                        "11:30 place-by-curator set 12:30 [b]",
                        "11:50 place-by-curator cancelled: Проект возвращён на доработку [b]",
                        "11:50 rework-for-curator set 12:50 [b]",
                        "12:40 rework-for-curator met [b]",
                        "12:40 place-by-curator set 14:28 [b]")
                .noneMatch(line -> line.contains("breached") || line.contains(" rework "));
        walk.at("14:00", walk.published(ReplyKind.FINAL, "14:00"));
        assertThat(walk.told()).containsExactly("14:00 place-by-curator met [b]");
    }

    @Test
    @Clause({"LB-4", "LB-5", "LB-6", "LB-7"})
    void leninsky_theControllerSetsTheTermOfEachRework() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", new OrgansEngaged(List.of("a", "b"), null, "parallel-consolidated-by-controller"))
                .at("10:10", new ContributionRequested("a", "А", false))
                .at("10:10", new ContributionRequested("b", "Б", false));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 return-to-curator set 10:30",
                        "10:00 publish set 06-17 10:48",
                        "10:10 return-to-curator cancelled: Сообщение направлено в орган",
                        "10:10 competence-check set 10:40 [a]",
                        "10:10 competence-check set 10:40 [b]");

        walk.at("10:20", new IncidentFact.CompetenceConfirmed("a"))
                .at("10:30", new IncidentFact.WorkStarted("b"))
                .at("10:35", new IncidentFact.CompetenceConfirmed("b"));
        assertThat(walk.told()).containsExactly("10:20 competence-check met [a]", "10:35 competence-check met [b]");

        walk.at("11:00", new ContributionSubmitted("a", 1))
                .at(
                        "11:20",
                        new ContributionReworkRequested(
                                "a", List.of("topic"), "Нет срока", Facts.at(DAY + "15:00:00+07:00")));
        assertThat(walk.told())
                .containsExactly("11:00 approve set 11:30 [a]", "11:20 approve met [a]", "11:20 rework set 15:00 [a]");

        bench.at(DAY + "15:00:00.001+07:00");
        assertThat(walk.told()).contains("15:00 rework breached [a]");
        walk.at("15:10", new ContributionSubmitted("a", 2));
        assertThat(walk.told()).containsExactly("15:10 rework met late [a]", "15:10 approve set 15:40 [a]");
        walk.at("15:20", new ContributionAccepted("a", false));
        walk.at("16:00", walk.published(ReplyKind.FINAL, "16:00"));
        assertThat(walk.told()).containsExactly("15:20 approve met [a]", "16:00 publish met");
    }

    @Test
    @Clause("LB-5")
    void leninsky_theControllerSetsWhenTheAnswerOfABodyIsDue() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", Facts.routed("a"))
                .at("10:10", new IncidentFact.TermSet("a", Facts.at(DAY + "12:00:00+07:00")));
        assertThat(walk.toldOf("draft")).containsExactly("10:10 draft set 12:00 [a]");
        assertThat(bench.all)
                .last()
                .satisfies(told -> assertThat(told.event().toString())
                        .contains("Срок — вт 16 июня 12:00: назначен решением «Контролёр» (п. 5)"));

        walk.at("11:00", new IncidentFact.TermSet("a", Facts.at(DAY + "14:00:00+07:00")))
                .at("11:10", new IncidentFact.WorkStarted("a"))
                .at("13:00", Facts.draft(ReplyKind.CLARIFICATION));
        bench.at(DAY + "14:00:00.001+07:00");
        assertThat(walk.toldOf("draft"))
                .containsSubsequence(
                        "11:00 draft cancelled: Срок начат заново [a]",
                        "11:00 draft set 14:00 [a]",
                        "14:00 draft breached [a]");
        walk.at("14:10", walk.published(ReplyKind.CLARIFICATION, "14:10"))
                .at("14:20", new IncidentFact.AuthorAnswered("a"))
                .at("14:25", new IncidentFact.TermSet("a", Facts.at(DAY + "15:00:00+07:00")))
                .at("14:30", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.toldOf("draft"))
                .containsExactly(
                        "14:25 draft cancelled: Срок начат заново [a]",
                        "14:25 draft set 15:00 [a]",
                        "14:30 draft met [a]");
    }

    @Test
    @Clause("LB-5")
    void leninsky_eachOfSeveralBodiesHasATermOfItsOwn_thatGoesWithItsPart() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", new OrgansEngaged(List.of("a", "b", "c"), null, "parallel-consolidated-by-controller"))
                .at("10:10", new ContributionRequested("a", "А", false))
                .at("10:10", new ContributionRequested("b", "Б", false))
                .at("10:10", new ContributionRequested("c", "В", false))
                .at("10:10", new IncidentFact.TermSet("a", Facts.at(DAY + "14:00:00+07:00")))
                .at("10:10", new IncidentFact.TermSet("b", Facts.at(DAY + "14:00:00+07:00")))
                .at("10:10", new IncidentFact.TermSet("c", Facts.at(DAY + "14:00:00+07:00")))
                .at("10:20", new IncidentFact.TermSet("b", Facts.at(DAY + "15:00:00+07:00")));
        assertThat(walk.toldOf("draft"))
                .containsExactly(
                        "10:10 draft set 14:00 [a]",
                        "10:10 draft set 14:00 [b]",
                        "10:10 draft set 14:00 [c]",
                        "10:20 draft cancelled: Срок начат заново [b]",
                        "10:20 draft set 15:00 [b]");

        walk.at("11:00", new ContributionSubmitted("a", 1))
                .at("11:05", new IncidentFact.ContributionReturned("c", "Не наше", false))
                .at("11:10", new IncidentFact.ContributionWithdrawn("b"));
        assertThat(walk.toldOf("draft"))
                .containsExactly(
                        "11:00 draft met [a]",
                        "11:05 draft cancelled: Орган вернул сообщение [c]",
                        "11:10 draft cancelled: Орган больше не участвует в ответе [b]");
    }

    @Test
    @Clause({"LB-5", "LB-6"})
    void leninsky_theControllerSetsAnewWhenAnAmendedAnswerIsDue() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", new OrgansEngaged(List.of("a", "b"), null, "parallel-consolidated-by-controller"))
                .at("10:10", new ContributionRequested("a", "А", false))
                .at("10:10", new ContributionRequested("b", "Б", false))
                .at("10:30", new ContributionSubmitted("a", 1))
                .at(
                        "10:40",
                        new ContributionReworkRequested(
                                "a", List.of("topic"), "Нет срока", Facts.at(DAY + "13:00:00+07:00")))
                .at("12:00", new IncidentFact.ContributionProposed("a", 2))
                .at("12:10", new IncidentFact.TermSet("a", Facts.at(DAY + "15:00:00+07:00")))
                .at("14:00", new ContributionSubmitted("a", 2));
        assertThat(walk.told())
                .filteredOn(line -> line.contains(" rework ") || line.contains(" draft "))
                .containsExactly(
                        "10:40 rework set 13:00 [a]",
                        "12:10 rework cancelled: Срок начат заново [a]",
                        "12:10 rework set 15:00 [a]",
                        "14:00 rework met [a]");
    }

    /** The city's curator cannot set any: LB-6 leaves it to the controller. */
    @Test
    @Clause({"LB-5", "LB-6"})
    void leninsky_whatTheCitysCuratorSentBack_isDueWhenTheControllerSays() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", Facts.routed("a"))
                .at("10:30", Facts.draft(ReplyKind.FINAL))
                .at("10:40", Facts.rework())
                .at("10:50", new IncidentFact.TermSet("a", Facts.at(DAY + "15:00:00+07:00")))
                .at("15:10", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.told())
                .filteredOn(line -> line.contains(" rework ") || line.contains(" draft "))
                .containsExactly(
                        "10:50 draft set 15:00 [a]",
                        "15:00 draft breached [a]",
                        "15:00 draft escalated executor → responsible [a]",
                        "15:10 draft met late [a]");
    }

    @Test
    @Clause("LB-5")
    void leninsky_theTermOfABodyEndsWhenItGivesTheMessageBack() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", Facts.routed("a"))
                .at("10:10", new IncidentFact.TermSet("a", Facts.at(DAY + "14:00:00+07:00")))
                .at("10:30", new IncidentFact.IncidentReturned("a", "Не наше"))
                .at("10:40", Facts.routed("b"));
        assertThat(walk.toldOf("draft"))
                .containsExactly("10:10 draft set 14:00 [a]", "10:30 draft cancelled: Орган вернул сообщение [a]");
    }

    @Test
    @Clause("LB-5")
    void leninsky_theHeadOwesTheCheck_whateverTheExecutorHasDone() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", Facts.routed("a"))
                .at("10:15", new IncidentFact.WorkStarted("a"))
                .at("10:20", new IncidentFact.DraftProposed(ReplyKind.FINAL, 1, "a"))
                .at("10:30", Facts.draft(ReplyKind.FINAL))
                .at("10:50", new IncidentFact.CompetenceConfirmed("a"));
        assertThat(walk.toldOf("competence-check"))
                .containsExactly(
                        "10:10 competence-check set 10:40 [a]",
                        "10:40 competence-check breached [a]",
                        "10:50 competence-check met late [a]");
    }

    @Test
    @Clause({"LB-5", "LB-6"})
    void leninsky_whatTheHeadGivesBackAfterItWasWritten_isNotForTheControllerToCheck() {
        Walk walk = leninsky()
                .detected("10:00")
                .at("10:10", Facts.routed("a"))
                .at("10:20", Facts.draft(ReplyKind.FINAL))
                .at("10:30", Facts.returned("a"));
        assertThat(walk.toldOf("approve"))
                .containsExactly("10:20 approve set 10:50 [a]", "10:30 approve cancelled: Орган вернул сообщение [a]");
    }

    @Test
    @Clause("LB-5")
    void leninsky_theCheckOfWhatIsAnswered_isAskedOfNobodyAnyMore() {
        Walk walk = leninsky().detected("10:00").at("10:10", Facts.routed("a"));
        walk.at("10:30", walk.published(ReplyKind.FINAL, "10:30"));
        assertThat(walk.toldOf("competence-check"))
                .containsExactly(
                        "10:10 competence-check set 10:40 [a]",
                        "10:30 competence-check cancelled: Ответ уже опубликован [a]");
    }

    @Test
    @Clause("LB-4")
    void leninsky_whatIsNotOfTheDistrict_goesBackToTheCurator() {
        Walk walk = leninsky().detected("10:00").at("10:20", new IncidentFact.ReturnedToCurator("Не район"));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 return-to-curator set 10:30",
                        "10:00 publish set 06-17 10:48",
                        "10:20 return-to-curator met",
                        "10:20 publish cancelled: Орган вернул сообщение");
        walk.at("10:25", new IncidentFact.HandedDown("Всё же район"));
        assertThat(walk.told()).containsExactly("10:25 publish set 06-17 10:48");
    }

    @Test
    @Clause({"LP-6", "LP-7", "LP-8", "LP-9", "LP-10", "LP-12", "LP-13"})
    void lipetsk_organsInTurn_thenTheCuratorPublishes() {
        Walk walk = lipetsk()
                .detected("10:00")
                .at("10:10", new OrgansEngaged(List.of("a", "b"), "b", "sequential"))
                .at("10:10", new ContributionRequested("a", "А", false));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 route set 10:30",
                        "10:00 publish set 06-17 09:48",
                        "10:10 route met",
                        "10:10 return set 10:40 [a]",
                        "10:10 contribute set 12:10 [a]");

        walk.at("11:00", new ContributionSubmitted("a", 1))
                .at("11:10", new ContributionRequested("b", "Б", true))
                .at("11:10", Facts.routed("b"));
        assertThat(walk.told())
                .containsExactly(
                        "10:40 return lapsed [a]",
                        "11:00 contribute met [a]",
                        "11:10 contribute set 13:10 [b]",
                        "11:10 return set 11:40 [b]");

        walk.at("12:50", Facts.draft(ReplyKind.INTERIM)).at("14:20", Facts.rework());
        assertThat(walk.told())
                .containsOnlyOnce(
                        "11:40 return lapsed [b]",
                        "12:50 contribute met [b]",
                        "12:50 place set 14:08 [b]",
                        "14:20 place met late [b]",
                        "14:20 rework set 15:20 [b]")
                .noneMatch(line -> line.contains(" draft ") || line.contains("contribute breached"));
        walk.at("15:00", Facts.draft(ReplyKind.INTERIM)).at("15:20", walk.published(ReplyKind.INTERIM, "15:20"));
        assertThat(walk.told())
                .containsExactly(
                        "15:00 rework met [b]",
                        "15:00 place set 15:30 [b]",
                        "15:20 publish met [b]",
                        "15:20 place met [b]",
                        "15:20 final set 06-25 17:30 [b]");
    }

    @Test
    @Clause("LP-6")
    void lipetsk_theCuratorShortensTheExecutorsTerm_whoeverHasTheIncidentNext() {
        Walk walk = lipetsk()
                .detected("09:00")
                .at("09:10", shortened("12:00"))
                .at("09:20", Facts.routed("a"))
                .at("09:30", Facts.returned("a"))
                .at("09:40", Facts.routed("b"));
        assertThat(walk.toldOf("draft"))
                .containsExactly(
                        "09:20 draft set 12:00 [a]",
                        "09:30 draft cancelled: Орган вернул сообщение [a]",
                        "09:40 draft set 12:00 [b]");
        assertThat(whyOf("draft"))
                .isEqualTo("Срок — вт 16 июня 12:00: сокращён решением «Уполномоченное лицо куратора» (п. 6),"
                        + " иначе был бы вт 16 июня 14:28");

        // Earlier than that, then later again; never later than the regulation has it.
        walk.at("10:00", shortened("11:00")).at("10:10", shortened("13:30"));
        assertThat(walk.toldOf("draft"))
                .containsExactly("10:00 draft moved 12:00 → 11:00 [b]", "10:10 draft moved 11:00 → 13:30 [b]");
        walk.at("10:20", shortened("16:00"));
        assertThat(walk.toldOf("draft")).containsExactly("10:20 draft moved 13:30 → 14:28 [b]");
        walk.at("10:30", shortened("12:30"));
        bench.at(DAY + "12:30:00.001+03:00");
        assertThat(walk.told())
                .contains("10:30 draft moved 14:28 → 12:30 [b]", "12:30 draft breached [b]")
                .contains("12:30 draft escalated executor → responsible [b]");

        // An end that has passed shortens nothing for whoever has it next.
        walk.at("14:00", Facts.returned("b")).at("14:10", Facts.routed("c"));
        assertThat(walk.toldOf("draft"))
                .containsExactly(
                        "14:00 draft cancelled: Орган вернул сообщение [b]", "14:10 draft set 06-17 09:10 [c]");
    }

    /** Each of several has two hours, the last one too; the four hours are of the executor who answers alone. */
    @Test
    @Clause({"LP-9", "LP-13"})
    void lipetsk_theLastOneMissesTheTwoHours_andWhoeverHasItAloneAfterwardsHasFour() {
        Walk walk = lastOfTwo(lipetsk().detected("10:00"));
        walk.at("13:10", Facts.corrected(Importance.NORMAL));
        bench.at(DAY + "13:10:00.001+03:00");
        assertThat(walk.told())
                .contains(
                        "11:10 contribute set 13:10 [b]",
                        "13:10 contribute breached [b]",
                        "13:10 contribute escalated executor → responsible [b]");

        walk.at("13:50", Facts.returned("b"));
        assertThat(walk.told()).contains("13:50 contribute cancelled: Орган вернул сообщение [b]");
        walk.at("14:00", new OrgansEngaged(List.of("a"), "c", "sequential")).at("14:00", Facts.routed("c"));
        assertThat(walk.told()).contains("14:00 draft set 06-17 09:00 [c]").noneMatch(line -> line.contains("contrib"));
        walk.at("14:10", Facts.returned("c")).at("14:20", Facts.routed("b"));
        assertThat(walk.told())
                .contains("14:20 draft set 06-17 09:20 [b]")
                .noneMatch(line -> line.contains("contribute"));
    }

    @Test
    @Clause("LP-13")
    void lipetsk_anOrderThatMakesAnotherTheLast_endsTheTwoHoursOfTheFormer() {
        Walk walk = lastOfTwo(lipetsk().detected("10:00"))
                .at("11:30", new OrgansEngaged(List.of("a"), "c", "sequential"))
                .at("11:30", new ContributionRequested("c", "В", true))
                .at("11:30", Facts.routed("c"))
                .at("12:00", new OrgansEngaged(List.of("a", "d"), "c", "sequential"))
                .at("12:00", new ContributionRequested("d", "Г", false));
        assertThat(walk.toldOf("contribute"))
                .containsExactly(
                        "10:10 contribute set 12:10 [a]",
                        "11:10 contribute met [a]",
                        "11:10 contribute set 13:10 [b]",
                        "11:30 contribute cancelled: Орган больше не участвует в ответе [b]",
                        "11:30 contribute set 13:30 [c]",
                        "12:00 contribute cancelled: Срок начат заново [c]",
                        "12:00 contribute set 14:00 [d]");
        walk.at("12:40", new ContributionSubmitted("d", 1))
                .at("12:40", new ContributionRequested("c", "В", true))
                .at("12:40", Facts.routed("c"))
                .at("12:50", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.toldOf("contribute"))
                .containsExactly(
                        "12:40 contribute met [d]", "12:40 contribute set 14:40 [c]", "12:50 contribute met [c]");
        assertThat(bench.all)
                .extracting(told -> told.event())
                .noneMatch(event -> event instanceof DeadlineEvent deadline
                        && deadline.stage().equals("draft"));
    }

    /** What the last one owes then is the final draft. */
    @Test
    @Clause({"LP-12", "LP-13"})
    void lipetsk_onceAnInterimReplyIsOut_theLastOneHasTheTermOfTheFinalOne() {
        Walk walk = lipetsk()
                .detected("10:00")
                .at("10:10", new OrgansEngaged(List.of("a"), "b", "sequential"))
                .at("10:10", new ContributionRequested("a", "А", false))
                .at("10:30", Facts.draft(ReplyKind.INTERIM));
        walk.at("10:40", walk.published(ReplyKind.INTERIM, "10:40"))
                .at("11:10", new ContributionSubmitted("a", 1))
                .at("11:10", new ContributionRequested("b", "Б", true))
                .at("11:10", Facts.routed("b"));
        assertThat(walk.told())
                .contains("10:40 final set 06-25 17:30", "11:10 contribute met [a]", "11:10 return set 11:40 [b]")
                .noneMatch(line -> line.contains(" draft ") || line.contains("contribute set 13:10"));
        walk.at("12:00", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.told()).contains("12:00 final met [b]");

        Walk beside = lipetsk("beside").detected("10:00");
        lastOfTwo(beside).at("11:20", beside.published(ReplyKind.INTERIM, "11:20"));
        assertThat(beside.told())
                .contains(
                        "11:20 contribute cancelled: Промежуточный ответ уже опубликован [b]",
                        "11:20 final set 06-25 17:30 [b]");
    }

    /** The clause speaks of the answer as such: whoever of several has to write has to be there by then. */
    @Test
    @Clause({"LP-6", "LP-13"})
    void lipetsk_aShortenedTermIsThatOfEachOfSeveral_theLastOneToo() {
        Walk walk = lipetsk()
                .detected("10:00")
                .at("10:04", shortened("11:30"))
                .at("10:05", new OrgansEngaged(List.of("a"), "b", "sequential"))
                .at("10:10", new ContributionRequested("a", "А", false))
                .at("11:00", new ContributionSubmitted("a", 1))
                .at("11:10", new ContributionRequested("b", "Б", true))
                .at("11:10", Facts.routed("b"))
                .at("11:15", shortened("14:00"));
        assertThat(walk.toldOf("contribute"))
                .containsExactly(
                        "10:10 contribute set 11:30 [a]",
                        "11:00 contribute met [a]",
                        "11:10 contribute set 11:30 [b]",
                        "11:15 contribute moved 11:30 → 13:10 [b]");
    }

    /** The lead gives no information, it writes the common reply: not its two hours, but the term of the draft, which runs from detection. */
    @Test
    @Clause({"AK-9", "AK-14"})
    void altai_theLeadHasTheTermOfTheDraft_andNoTwoHours() {
        Walk walk = new Walk("altai-krai", "Asia/Barnaul", "+07:00").detected("10:00");
        assertThat(lastOfTwo(walk).told())
                .contains("10:00 draft set 15:48", "11:10 contribute met [a]", "11:10 return set 11:40 [b]")
                .noneMatch(line -> line.contains("contribute set 13:10"));
    }

    /** A units' sequence has no term of a part: the last one's draft has that of any draft. */
    @Test
    @Clause({"VP-9", "VP-21"})
    void vyatskiePolyany_theLastOneHasTheTermOfADraft() {
        assertThat(lastOfTwo(vyatskiePolyany().detected("10:00")).told())
                .contains("11:10 draft met [a]", "11:10 draft set 06-17 09:10 [b]")
                .noneMatch(line -> line.contains("contribute"));
    }

    /** Of two the first has given its part, and the second has it now. */
    private static Walk lastOfTwo(Walk walk) {
        return walk.at("10:10", new OrgansEngaged(List.of("a"), "b", "sequential"))
                .at("10:10", new ContributionRequested("a", "А", false))
                .at("11:10", new ContributionSubmitted("a", 1))
                .at("11:10", new ContributionRequested("b", "Б", true))
                .at("11:10", Facts.routed("b"));
    }

    @Test
    @Clause("LP-6")
    void shorteningWhereNoRegulationAllowsIt_movesNothing() {
        Walk walk = khabarovsk().detected("10:00").at("10:20", Facts.routed("a"));
        walk.told();
        walk.at("10:30", shortened("11:00"));

        assertThat(walk.told()).isEmpty();
    }

    private static IncidentFact shortened(String time) {
        return new IncidentFact.TermShortened(Facts.at(DAY + time + ":00+03:00"), "Завтра праздник");
    }

    /** The proof of the last deadline of that stage that was set. */
    private String whyOf(String stage) {
        return bench.all.stream()
                .map(told -> told.event())
                .filter(DeadlineEvent.class::isInstance)
                .map(DeadlineEvent.class::cast)
                .filter(event -> event.stage().equals(stage))
                .filter(event -> event.fact() instanceof DeadlineFact.DeadlineSet)
                .map(event -> ((DeadlineFact.DeadlineSet) event.fact()).explanation())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    @Clause({"AK-14", "AK-8"})
    void altai_eachContributorHasTwoHours_whileTheWholeRuns() {
        Walk walk = new Walk("altai-krai", "Asia/Barnaul", "+07:00")
                .detected("10:00")
                .at("10:10", new OrgansEngaged(List.of("a", "c", "b"), "b", "sequential-with-lead"))
                .at("10:10", new ContributionRequested("a", "А", false));
        assertThat(walk.told())
                .containsExactly(
                        "10:00 route set 10:30",
                        "10:00 publish set 06-17 10:48",
                        "10:00 draft set 15:48",
                        "10:10 route met",
                        "10:10 return set 10:40 [a]",
                        "10:10 contribute set 12:10 [a]");

        walk.at("10:30", new IncidentFact.ContributionReturned("a", "Не наш", false))
                .at("10:40", new ContributionRequested("c", "В", false));
        assertThat(walk.told())
                .containsExactly(
                        "10:30 return met [a]",
                        "10:30 contribute cancelled: Орган вернул сообщение [a]",
                        "10:40 return set 11:10 [c]",
                        "10:40 contribute set 12:40 [c]");
        walk.at("11:00", new IncidentFact.ContributionWithdrawn("c")).at("11:05", Facts.routed("b"));
        assertThat(walk.told())
                .containsExactly(
                        "11:00 return cancelled: Орган больше не участвует в ответе [c]",
                        "11:00 contribute cancelled: Орган больше не участвует в ответе [c]",
                        "11:05 return set 11:35 [b]");
        walk.at("15:00", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.told()).contains("15:00 draft met [b]", "15:00 approve set 15:30 [b]");
    }

    @Test
    @Clause({"AK-14", "AK-8"})
    void altai_orderChangedInTheMiddle_beginsTheTwoHoursOfWhoeverIsAskedNow() {
        Walk walk = new Walk("altai-krai", "Asia/Barnaul", "+07:00")
                .detected("10:00")
                .at("10:05", new OrgansEngaged(List.of("a", "c", "b"), "b", "sequential-with-lead"))
                .at("10:05", new ContributionRequested("a", "А", false))
                .at("10:40", new ContributionSubmitted("a", 1))
                .at("10:40", new ContributionRequested("c", "В", false))
                .at("11:00", new IncidentFact.ContributionWithdrawn("c"))
                .at("11:00", new OrgansEngaged(List.of("a", "d", "c", "b"), "b", "sequential-with-lead"))
                .at("11:00", new ContributionRequested("d", "Г", false))
                .at("11:30", new ContributionSubmitted("d", 1))
                .at("11:30", new ContributionRequested("c", "В", false))
                .at("13:00", new ContributionSubmitted("c", 1))
                .at("13:00", Facts.routed("b"))
                .at("15:00", Facts.draft(ReplyKind.FINAL));
        List<String> told = walk.told();
        assertThat(told)
                .filteredOn(line -> line.contains(" contribute "))
                .containsExactly(
                        "10:05 contribute set 12:05 [a]",
                        "10:40 contribute met [a]",
                        "10:40 contribute set 12:40 [c]",
                        "11:00 contribute cancelled: Орган больше не участвует в ответе [c]",
                        "11:00 contribute set 13:00 [d]",
                        "11:30 contribute met [d]",
                        "11:30 contribute set 13:30 [c]",
                        "13:00 contribute met [c]");
        assertThat(told)
                .as("nobody approves the parts of a sequence")
                .noneMatch(line -> line.contains(" approve ") && line.compareTo("15:00") < 0);
        assertThat(told)
                .as("the term of the whole does not begin anew")
                .filteredOn(line -> line.contains(" draft "))
                .containsExactly("10:00 draft set 15:48", "15:00 draft met [b]");
    }

    /** The regulation gives the units no term of their own: the part of each is a draft. */
    @Test
    @Clause("VP-21")
    void vyatskiePolyany_orderChangedInTheMiddle_beginsTheTermOfWhoeverIsAskedNow_andNobodyOwesAnApproval() {
        Walk walk = vyatskiePolyany()
                .detected("10:00")
                .at("10:05", new OrgansEngaged(List.of("a", "c", "b"), "b", "sequential"))
                .at("10:05", new ContributionRequested("a", "А", false))
                .at("10:40", new ContributionSubmitted("a", 1))
                .at("10:40", new ContributionRequested("c", "В", false))
                .at("11:00", new IncidentFact.ContributionWithdrawn("c"))
                .at("11:00", new OrgansEngaged(List.of("a", "d", "c", "b"), "b", "sequential"))
                .at("11:00", new ContributionRequested("d", "Г", false));
        walk.at("11:50", new ContributionSubmitted("d", 1))
                .at("11:50", new ContributionRequested("c", "В", false))
                .at("12:30", new ContributionSubmitted("c", 1))
                .at("12:30", Facts.routed("b"));
        List<String> told = walk.told();
        assertThat(told)
                .filteredOn(line -> line.contains(" draft "))
                .containsExactly(
                        "10:05 draft set 06-17 08:05 [a]",
                        "10:40 draft met [a]",
                        "10:40 draft set 06-17 08:40 [c]",
                        "11:00 draft cancelled: Орган больше не участвует в ответе [c]",
                        "11:00 draft set 06-17 09:00 [d]",
                        "11:50 draft met [d]",
                        "11:50 draft set 06-17 09:50 [c]",
                        "12:30 draft met [c]",
                        "12:30 draft set 06-17 10:30 [b]");
        assertThat(told)
                .as("nobody approves the part of a unit, and the term of the whole does not begin anew")
                .noneMatch(line -> line.contains(" approve "))
                .filteredOn(line -> line.contains(" publish "))
                .containsExactly("10:00 publish set 06-17 10:00");
    }

    @Test
    @Clause({"KH-7", "KH-8", "KH-10", "KH-11", "KH-13"})
    void khabarovsk_anInterimReplyOfTheCurator_besideOrgansAtWork() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", new OrgansEngaged(List.of("a", "b"), null, "parallel-consolidated-by-curator"))
                .at("10:20", new ContributionRequested("a", "А", false))
                .at("10:20", new ContributionRequested("b", "Б", false));
        walk.told();
        walk.at("11:00", Facts.draft(ReplyKind.INTERIM)).at("11:00", Facts.approved(ReplyKind.INTERIM));
        assertThat(walk.told())
                .as("what the organs owe is not met by what the curator writes")
                .containsExactly("11:00 approve set 12:00", "11:00 final set 06-25 18:00", "11:00 approve met");
        walk.at("11:05", walk.published(ReplyKind.INTERIM, "11:05"));
        assertThat(walk.told()).as("each part has the term that it had").isEmpty();

        walk.at("11:10", new IncidentFact.ContributionReturned("a", "Не наш", false));
        assertThat(walk.told())
                .containsExactly(
                        "11:10 return met [a]",
                        "11:10 draft cancelled: Орган вернул сообщение [a]",
                        "11:10 reroute set 12:10 [a]");
        walk.at("11:20", new OrgansEngaged(List.of("b", "c"), null, "parallel-consolidated-by-curator"))
                .at("11:20", new ContributionRequested("c", "В", false));
        assertThat(walk.told())
                .as("after an interim reply the term is that of the final one")
                .containsExactly(
                        "11:20 reroute met [a]", "11:20 return set 12:20 [c]", "11:20 final set 06-25 18:00 [c]");
        walk.at("12:00", new ContributionSubmitted("b", 1)).at("12:10", new ContributionAccepted("b", false));
        assertThat(walk.told()).contains("12:00 draft met [b]", "12:10 approve met [b]");
        walk.at("12:20", new IncidentFact.ContributionReturned("c", "И не наш", true));
        assertThat(walk.told())
                .contains(
                        "12:20 final cancelled: Орган вернул сообщение [c]",
                        "12:20 reroute set 14:08 [c]",
                        "12:20 place-consolidated set 14:08");
        walk.at("12:30", new OrgansEngaged(List.of("b"), null, "parallel-consolidated-by-curator"));
        assertThat(walk.told()).containsExactly("12:30 reroute met [c]");
        walk.at("12:50", walk.published(ReplyKind.FINAL, "12:50"));
        assertThat(walk.told()).containsExactly("12:50 final met", "12:50 place-consolidated met");
    }

    @Test
    @Clause({"KH-8", "KH-11", "KH-12"})
    void khabarovsk_theTermOfTheFinalReply_goesWithTheIncident() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", Facts.routed("a"))
                .at("11:00", Facts.draft(ReplyKind.INTERIM));
        walk.at("11:10", walk.published(ReplyKind.INTERIM, "11:10")).told();
        walk.at("12:00", Facts.routed("b"));
        assertThat(walk.told())
                .containsExactly(
                        "12:00 return set 13:00 [b]",
                        "12:00 final cancelled: Срок теперь у того, кто отвечает вместо этого органа [a]",
                        "12:00 final set 06-25 18:00 [b]");
        walk.at("12:10", Facts.returned("b")).at("12:20", Facts.routed("a"));
        assertThat(walk.told())
                .contains("12:10 final set 06-25 18:00", "12:20 return set 14:08 [a]")
                .noneMatch(line -> line.contains("draft set"));
    }

    @Test
    @Clause({"KH-7", "KH-12"})
    void khabarovsk_whatOneOrganOwed_endsWhenOthersGetTheIncident() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", Facts.routed("a"))
                .at("11:00", Facts.draft(ReplyKind.FINAL))
                .at("11:30", Facts.rework());
        walk.told();
        walk.at("11:40", Facts.routed("b"));
        assertThat(walk.told())
                .contains(
                        "11:40 rework cancelled: Орган больше не участвует в ответе [a]",
                        "11:40 draft set 06-17 09:28 [b]");
        walk.at("11:50", new OrgansEngaged(List.of("a", "c"), null, "parallel-consolidated-by-curator"))
                .at("11:50", new ContributionRequested("a", "А", false))
                .at("11:50", new ContributionRequested("c", "В", false));
        assertThat(walk.told())
                .contains(
                        "11:50 draft cancelled: Орган больше не участвует в ответе [b]",
                        "11:50 return cancelled: Орган больше не участвует в ответе [b]",
                        "11:50 draft set 06-17 09:38 [a]",
                        "11:50 draft set 06-17 09:38 [c]");
    }

    @Test
    @Clause("KH-8")
    void khabarovsk_partGivenBack_isNoLongerToBeSentOn_onceTheAnswerIsOut() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", new OrgansEngaged(List.of("a", "b"), null, "parallel-consolidated-by-curator"))
                .at("10:20", new ContributionRequested("a", "А", false))
                .at("10:20", new ContributionRequested("b", "Б", false))
                .at("10:30", new IncidentFact.ContributionReturned("a", "Не наш", false))
                .at("10:40", new ContributionSubmitted("b", 1))
                .at("10:50", new ContributionAccepted("b", true));
        walk.told();
        walk.at("11:00", walk.published(ReplyKind.FINAL, "11:00"));
        assertThat(walk.told()).contains("11:00 reroute cancelled: Ответ уже опубликован [a]");
    }

    @Test
    @Clause({"KH-12", "KH-11"})
    void khabarovsk_whatTheCuratorHasToJudgeOfAPart_isNotDoneByAnInterimReply() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", new OrgansEngaged(List.of("a", "b"), null, "parallel-consolidated-by-curator"))
                .at("10:20", new ContributionRequested("a", "А", false))
                .at("10:20", new ContributionRequested("b", "Б", false))
                .at("10:30", new ContributionSubmitted("a", 1))
                .at("10:30", new ContributionSubmitted("b", 1))
                .at("10:40", new ContributionReworkRequested("b", List.of("contacts"), null, null));
        walk.told();
        walk.at("10:50", Facts.draft(ReplyKind.INTERIM))
                .at("10:55", Facts.approved(ReplyKind.INTERIM))
                .at("11:00", walk.published(ReplyKind.INTERIM, "11:00"));
        assertThat(walk.told())
                .containsExactly("10:50 approve set 11:50", "10:50 final set 06-25 18:00", "10:55 approve met");
        walk.at("11:10", new ContributionAccepted("a", false)).at("11:20", new ContributionSubmitted("b", 2));
        assertThat(walk.told()).contains("11:10 approve met [a]", "11:20 rework met [b]");
    }

    private static final String AT_ONCE = "parallel-consolidated-by-curator";

    private Walk severalOfKhabarovsk() {
        return khabarovsk()
                .detected("10:00")
                .at("10:20", new OrgansEngaged(List.of("a", "b"), null, AT_ONCE))
                .at("10:20", new ContributionRequested("a", "А", false))
                .at("10:20", new ContributionRequested("b", "Б", false));
    }

    @Test
    @Clause({"KH-8", "KH-13"})
    void khabarovsk_bothGaveItBack_nobodyHasACommonReplyToWrite_andTheNextOrganItsOwnTerms() {
        Walk walk = severalOfKhabarovsk()
                .at("10:30", new IncidentFact.ContributionReturned("a", "Не наш", false))
                .at("10:40", new IncidentFact.ContributionReturned("b", "Не наш", false))
                .at("10:50", Facts.routed("c"));
        assertThat(walk.told()).noneMatch(line -> line.contains("place-consolidated"));
        walk.at("11:00", Facts.draft(ReplyKind.FINAL)).at("11:10", Facts.approved(ReplyKind.FINAL));
        assertThat(walk.told()).contains("11:10 place set 12:10 [c]");
    }

    @Test
    @Clause({"KH-8", "KH-13"})
    void khabarovsk_ofTwoOneIsLeft_andTheCuratorHasTheHourOfTheCommonReply() {
        Walk walk = severalOfKhabarovsk()
                .at("10:30", new IncidentFact.ContributionReturned("a", "Не наш", false))
                .at("10:40", new OrgansEngaged(List.of("b"), null, AT_ONCE))
                .at("10:50", new ContributionSubmitted("b", 1))
                .at("11:00", new ContributionAccepted("b", true));
        assertThat(walk.told()).contains("10:40 reroute met [a]", "11:00 place-consolidated set 12:00");
    }

    @Test
    @Clause({"KH-7", "KH-13"})
    void khabarovsk_oneMoreOrgan_putsTheCommonReplyOff() {
        Walk walk = severalOfKhabarovsk()
                .at("10:30", new ContributionSubmitted("a", 1))
                .at("10:30", new ContributionSubmitted("b", 1))
                .at("10:40", new ContributionAccepted("a", false))
                .at("10:50", new ContributionAccepted("b", true));
        walk.told();
        walk.at("11:00", new OrgansEngaged(List.of("a", "b", "c"), null, AT_ONCE))
                .at("11:00", new ContributionRequested("c", "В", false));
        assertThat(walk.told())
                .contains(
                        "11:00 place-consolidated cancelled: Ждут ещё одну часть ответа", "11:00 draft set 17:48 [c]");
    }

    /** Three were asked, two have given, and the third is no longer wanted: nobody's part is missing from then on. */
    @Test
    @Clause({"KH-7", "KH-13"})
    void khabarovsk_anOrderWithoutTheOnlyPartThatIsMissing_beginsTheHourOfTheCommonReply() {
        Walk walk = twoOfThree();
        assertThat(walk.told()).noneMatch(line -> line.contains("place-consolidated"));
        walk.at("11:00", new IncidentFact.ContributionWithdrawn("c"))
                .at("11:00", new OrgansEngaged(List.of("a", "b"), null, AT_ONCE, true));
        assertThat(walk.told())
                .contains(
                        "11:00 draft cancelled: Орган больше не участвует в ответе [c]",
                        "11:00 place-consolidated set 12:00");
        walk.at("11:30", walk.published(ReplyKind.FINAL, "11:30"));
        assertThat(walk.told()).contains("11:30 place-consolidated met");
    }

    @Test
    @Clause("KH-13")
    void khabarovsk_anOrderThatLeavesSomethingAwaited_orFindsAllThere_beginsNoHour() {
        Walk walk = twoOfThree().at("11:00", new OrgansEngaged(List.of("a", "c"), null, AT_ONCE));
        assertThat(walk.told()).noneMatch(line -> line.contains("place-consolidated"));
        walk.at("11:10", new ContributionSubmitted("c", 1)).at("11:20", new ContributionAccepted("c", true));
        walk.at("11:40", new OrgansEngaged(List.of("a", "c", "b"), null, AT_ONCE));
        assertThat(walk.toldOf("place-consolidated")).containsExactly("11:20 place-consolidated set 12:20");
    }

    /** The incident was with one organ alone in between: the hour is the curator's, and nothing of that organ's is left. */
    @Test
    @Clause({"KH-7", "KH-13"})
    void khabarovsk_thePartsThatAreThereTakeThePlaceOfOneOrgansDraft() {
        Walk walk = twoOfThree()
                .at("11:00", new IncidentFact.ContributionWithdrawn("c"))
                .at("11:00", new OrgansEngaged(List.of("a", "b"), "x", AT_ONCE))
                .at("11:00", Facts.routed("x"));
        walk.told();
        walk.at("11:20", new OrgansEngaged(List.of("a", "b"), null, AT_ONCE, true));
        assertThat(walk.told())
                .contains(
                        "11:20 draft cancelled: Орган больше не участвует в ответе [x]",
                        "11:20 place-consolidated set 12:20");
        assertThat(bench.all)
                .extracting(told -> told.event())
                .anyMatch(event -> event instanceof DeadlineEvent deadline
                        && deadline.stage().equals("place-consolidated")
                        && "curator".equals(deadline.owner())
                        && deadline.concerns() == null);
    }

    @Test
    @Clause({"KH-11", "KH-13"})
    void khabarovsk_anInterimReplyOfBeforeTheOrder_isNotTheCommonOne() {
        Walk walk = twoOfThree()
                .at("10:52", Facts.draft(ReplyKind.INTERIM))
                .at("10:54", Facts.approved(ReplyKind.INTERIM))
                .at("11:00", new IncidentFact.ContributionWithdrawn("c"))
                .at("11:00", new OrgansEngaged(List.of("a", "b"), null, AT_ONCE, true));
        assertThat(walk.told()).contains("11:00 place-consolidated set 12:00");
        walk.at("11:10", walk.published(ReplyKind.INTERIM, "11:10"));
        assertThat(walk.told()).noneMatch(line -> line.contains("place-consolidated"));
    }

    private Walk twoOfThree() {
        return severalOfKhabarovsk()
                .at("10:22", new OrgansEngaged(List.of("a", "b", "c"), null, AT_ONCE))
                .at("10:22", new ContributionRequested("c", "В", false))
                .at("10:30", new ContributionSubmitted("a", 1))
                .at("10:30", new ContributionSubmitted("b", 1))
                .at("10:40", new ContributionAccepted("a", false))
                .at("10:50", new ContributionAccepted("b", false));
    }

    @Test
    @Clause({"KH-11", "KH-13"})
    void khabarovsk_anInterimReplyOfBefore_isNotTheCommonOne() {
        Walk walk = severalOfKhabarovsk()
                .at("10:30", Facts.draft(ReplyKind.INTERIM))
                .at("10:30", Facts.approved(ReplyKind.INTERIM))
                .at("10:40", new ContributionSubmitted("a", 1))
                .at("10:40", new ContributionSubmitted("b", 1))
                .at("10:45", new ContributionAccepted("a", false))
                .at("10:50", new ContributionAccepted("b", true));
        assertThat(walk.told()).contains("10:50 place-consolidated set 11:50");
        walk.at("11:00", walk.published(ReplyKind.INTERIM, "11:00"));
        assertThat(walk.told()).isEmpty();
        walk.at("11:10", walk.published(ReplyKind.FINAL, "11:10"));
        assertThat(walk.told()).contains("11:10 place-consolidated met", "11:10 final met");
    }

    @Test
    @Clause("KH-13")
    void khabarovsk_theOrganOfBeforeHadNoAccount_thoseAskedInItsPlaceMay() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", new IncidentFact.IncidentRouted("x", "Икс", false, null, false))
                .at("10:30", new OrgansEngaged(List.of("a", "b"), null, AT_ONCE))
                .at("10:30", new ContributionRequested("a", "А", false))
                .at("10:30", new ContributionRequested("b", "Б", false))
                .at("10:40", new ContributionSubmitted("a", 1));
        assertThat(walk.told()).noneMatch(line -> line.contains("place-by-curator"));
    }

    @Test
    @Clause({"KH-10", "KH-11"})
    void khabarovsk_anInterimDraftThatWasNeverPublished_leavesTheNextOrganItsSixHours() {
        Walk walk = khabarovsk()
                .detected("10:00")
                .at("10:20", Facts.routed("a"))
                .at("11:00", Facts.draft(ReplyKind.INTERIM))
                .at("11:10", Facts.rework());
        walk.told();
        walk.at("11:20", Facts.routed("b"));
        assertThat(walk.told())
                .contains(
                        "11:20 draft set 06-17 09:08 [b]",
                        "11:20 final cancelled: Орган больше не участвует в ответе [a]")
                .noneMatch(line -> line.contains("final set"));
    }

    @Test
    @Clause("KH-10")
    void khabarovsk_aQuestionToTheAuthor_isNotTheDraftThatIsAwaited() {
        Walk walk = khabarovsk().detected("10:00").at("10:20", Facts.routed("a"));
        walk.told();
        walk.at("11:00", Facts.draft(ReplyKind.CLARIFICATION));
        assertThat(walk.told()).noneMatch(line -> line.contains("draft met"));
        walk.at("12:00", Facts.draft(ReplyKind.FINAL));
        assertThat(walk.told()).contains("12:00 draft met [a]");
    }

    @Test
    @Clause({"LB-5", "LB-6"})
    void leninsky_theControllersOwnDraft_isNotForTheControllerToCheck() {
        Walk walk = leninsky().detected("10:00");
        walk.told();
        walk.at("11:00", new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, null, null, null, null, 1));
        assertThat(walk.told()).noneMatch(line -> line.contains("approve"));
        walk.at("12:00", new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 2, "a", null, null, null));
        assertThat(walk.told()).contains("12:00 approve set 13:18");
    }
}
