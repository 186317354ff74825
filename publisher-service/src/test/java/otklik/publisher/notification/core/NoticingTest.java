package otklik.publisher.notification.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.post.PostKind;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.publisher.notification.core.Notice.Sort;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Role;
import otklik.testkit.Clause;

final class NoticingTest {

    private static final UUID ID = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");
    private static final UUID REPLY = UUID.fromString("7d1f3c52-8a55-4c5e-8a3e-1f0f5a6d7c12");
    /** A Thursday in spring, 17:00 in Barnaul, one o'clock in the afternoon in Kirov. */
    private static final Instant AT = Instant.parse("2026-04-23T10:00:00Z");

    private static final SurgeFact.Counted COUNTED =
            new SurgeFact.Counted(12, 14, AT.minusSeconds(21_600), AT, 1.25, 5);

    private static final Instant MORNING = AT.plusSeconds(50_000);

    @Test
    @Clause("VP-16")
    void publishedReply_isToldToTheCuratorAtOnce() {
        List<Notice> notices = of(
                "vyatskie-polyany",
                new IncidentFact.ReplyPublished(REPLY, ReplyKind.FINAL, "https://vk.com/wall-1_2", AT, false));

        assertThat(notices)
                .singleElement()
                .isEqualTo(new Notice(
                        ID + ".5.curator", Sort.OCCURRED, List.of("curator"), null, null, AT, null, "VP-16"));
    }

    @Test
    @Clause("VP-10")
    void urgentDraft_alertsTheCurator_othersDoNot() {
        IncidentFact urgent = new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, "organ", true, null, null);
        IncidentFact plain = new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, "organ", null, null, null);

        assertThat(of("vyatskie-polyany", urgent))
                .extracting(Notice::roles, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("curator"), "VP-10"));
        assertThat(of("vyatskie-polyany", plain)).isEmpty();
    }

    @Test
    @Clause("LP-6")
    void shortenedTerm_isToldToThoseWhoWrite() {
        IncidentFact shortened = new IncidentFact.TermShortened(AT.plusSeconds(3_600), "Отключили воду в больнице");

        assertThat(of("lipetsk-oblast", shortened))
                .extracting(Notice::roles, Notice::tellAt, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("executor", "responsible"), AT, "LP-6"));
        assertThat(of("altai-krai", shortened)).isEmpty();
    }

    @Test
    @Clause("LB-5")
    void termOfAnAnswer_isToldToThePeopleOfTheOrganThatOwesIt() {
        IncidentFact set = new IncidentFact.TermSet("barnaul-leninsky.housing", AT.plusSeconds(3_600));

        assertThat(of("barnaul-leninsky", set))
                .extracting(Notice::roles, Notice::organ, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        List.of("executor", "responsible"), "barnaul-leninsky.housing", "LB-5"));
        assertThat(of("altai-krai", set)).isEmpty();
    }

    @Test
    @Clause("VP-10")
    void incidentThatHasToBePassedOnToday_alertsTheCurator() {
        assertThat(of("vyatskie-polyany", new IncidentFact.PassOnDue("VP-10")))
                .extracting(Notice::roles, Notice::tellAt, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("curator"), AT, "VP-10"));
    }

    @Test
    @Clause("LB-8")
    void replyThatCannotBePosted_isToldToTheCuratorAtOnce() {
        assertThat(of("barnaul-leninsky", new IncidentFact.ManualPublicationNeeded(REPLY, "COMMENTS_CLOSED")))
                .extracting(Notice::roles, Notice::tellAt, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("curator", "controller"), AT, "LB-8"));
    }

    @Test
    @Clause("LB-4")
    void newIncident_isToldToTheController_unlessItWasScreenedOut() {
        assertThat(of("barnaul-leninsky", registered(Screening.CLEAN)))
                .extracting(Notice::roles, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("controller"), "LB-4"));
        assertThat(of("barnaul-leninsky", registered(Screening.THREAT))).isEmpty();
        assertThat(of("altai-krai", registered(Screening.CLEAN))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Screening.class,
            names = {"OBSCENE", "THREAT"})
    @Clause("LB-9")
    void obsceneAndThreats_areToldToTheCuratorAtOnce(Screening screening) {
        assertThat(of("barnaul-leninsky", new IncidentFact.IncidentScreenedOut(screening, null)))
                .extracting(Notice::sort, Notice::roles, Notice::tellAt, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Sort.OCCURRED, List.of("curator"), AT, "LB-9"));
        assertThat(of("altai-krai", new IncidentFact.IncidentScreenedOut(screening, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"altai-krai,AK-21", "barnaul-leninsky,LB-12", "lipetsk-oblast,LP-21"})
    @Clause({"AK-21", "LB-12", "LP-21"})
    void significantIncident_isToldToTheLeadershipAtOnce_whenNewAndWhenFoundSo(String jurisdiction, String clause) {
        for (IncidentFact significant : List.of(
                registered(Screening.CLEAN, Importance.ELEVATED),
                new IncidentFact.ClassificationCorrected("Дороги", "Ямы", null, Importance.ELEVATED))) {
            assertThat(of(jurisdiction, significant))
                    .filteredOn(notice -> notice.roles().contains("leadership"))
                    .extracting(Notice::clause, Notice::tellAt)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(clause, AT));
        }
        assertThat(of(jurisdiction, registered(Screening.THREAT, Importance.ELEVATED)))
                .isEmpty();
        assertThat(of(jurisdiction, new IncidentFact.ClassificationCorrected("Дороги", "Ямы", null, Importance.NORMAL)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"altai-krai,AK-21", "barnaul-leninsky,LB-12", "lipetsk-oblast,LP-21"})
    @Clause({"AK-21", "LB-12", "LP-21"})
    void significantIncidentThatWasScreenedByMistake_isToldWhenItComesBack_once(String jurisdiction, String clause) {
        assertThat(restored(jurisdiction, Importance.ELEVATED))
                .filteredOn(notice -> notice.roles().contains("leadership"))
                .extracting(Notice::clause, Notice::tellAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(clause, AT));
        assertThat(restored(jurisdiction, null)).isEmpty();
    }

    @Test
    @Clause("LB-4")
    void whatTheControllerHasToSendOnAfterAll_isToldWithItsNumber() {
        assertThat(restored("barnaul-leninsky", Importance.NORMAL))
                .extracting(Notice::roles, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("controller"), "LB-4"));
        assertThat(of("barnaul-leninsky", new IncidentFact.HandedDown("Всё же район")))
                .extracting(Notice::roles, Notice::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("controller"), "LB-4"));
        assertThat(of("altai-krai", new IncidentFact.HandedDown(null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"altai-krai,AK-21", "barnaul-leninsky,LB-12", "lipetsk-oblast,LP-21"})
    @Clause({"AK-21", "LB-12", "LP-21"})
    void surge_isToldToTheLeadershipAtOnce_whenItBeginsAndWhenItGrew(String jurisdiction, String clause) {
        for (SurgeFact fact : List.of(new SurgeFact.SurgeNoticed(COUNTED), new SurgeFact.SurgeGrew(COUNTED, 5))) {
            assertThat(of(jurisdiction, clause, fact))
                    .filteredOn(notice -> notice.roles().contains("leadership"))
                    .singleElement()
                    .satisfies(notice -> {
                        assertThat(notice.sort()).isEqualTo(Sort.SURGE);
                        assertThat(notice.clause()).isEqualTo(clause);
                        assertThat(notice.tellAt()).isEqualTo(AT);
                        assertThat(notice.name()).startsWith(ID + ".2.");
                    });
        }
        for (SurgeFact fact : List.of(
                new SurgeFact.SurgeEnded(12),
                new SurgeFact.SurgeAcknowledged(),
                new SurgeFact.SurgePassedUp("Губернатор", null))) {
            assertThat(of(jurisdiction, clause, fact)).isEmpty();
        }
    }

    @Test
    void surge_isToldToNobodyWhereTheRegulationIsSilent() {
        assertThat(of("khabarovsk-krai", "KH-1", new SurgeFact.SurgeNoticed(COUNTED)))
                .isEmpty();
    }

    @Test
    @Clause("KH-5")
    void otherExecutors_areToldToTheCuratorAtOnce_whereTheRegulationAsks() {
        assertThat(Noticing.of(executors(), Regulations.shipped().get("khabarovsk-krai")))
                .containsExactly(new Notice(
                        ID + ".curator", Sort.EXECUTORS, List.of("curator"), "organ", null, AT, null, "KH-5"));
        for (String silent : List.of("altai-krai", "vyatskie-polyany", "barnaul-leninsky", "lipetsk-oblast")) {
            assertThat(Noticing.of(executors(), Regulations.shipped().get(silent)))
                    .isEmpty();
        }
        assertThat(Noticing.of(executors(), null)).isEmpty();
    }

    private static ExecutorsChanged executors() {
        return new ExecutorsChanged(
                ID,
                "khabarovsk-krai",
                "organ",
                "Орган",
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse("2026-04-23"),
                AT,
                "KH-5",
                null,
                null,
                List.of());
    }

    private static List<Notice> of(String jurisdiction, String clause, SurgeFact fact) {
        SurgeEvent event = new SurgeEvent(ID, jurisdiction, 2, AT, Actor.SYSTEM, "Снег и лёд", "Барнаул", clause, fact);
        return Noticing.of(event, Regulations.shipped().get(jurisdiction));
    }

    @Test
    @Clause("LB-4")
    void significantIncidentThatIsNew_isToldToTheControllerAsWell() {
        assertThat(of("barnaul-leninsky", registered(Screening.CLEAN, Importance.ELEVATED)))
                .extracting(Notice::roles)
                .containsExactlyInAnyOrder(List.of("leadership", "supervisor", "chief"), List.of("controller"));
    }

    @Test
    @Clause("LB-12")
    void significantIncident_isToldToHeadDeputyAndChiefOfStaff_whoHearsOfNothingElse() {
        List<String> chief = List.of("leadership", "supervisor", "chief");
        assertThat(of(
                        "barnaul-leninsky",
                        new IncidentFact.ClassificationCorrected("Дороги", "Ямы", null, Importance.ELEVATED)))
                .extracting(Notice::roles, Notice::clause, Notice::tellAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(chief, "LB-12", AT));
        Regulation district = Regulations.shipped().get("barnaul-leninsky");
        assertThat(district.profile().letters().tells())
                .filteredOn(tell -> tell.to().contains(Role.CHIEF))
                .isNotEmpty()
                .allMatch(tell -> tell.clause().equals("LB-12"));
        assertThat(district.escalations()).noneMatch(step -> step.role() == Role.CHIEF);
    }

    @ParameterizedTest
    @CsvSource({"altai-krai,AK-19", "lipetsk-oblast,LP-19"})
    @Clause({"AK-19", "LP-19"})
    void shortcomings_areToldToTheSupervisorTheNextWorkingMorning(String jurisdiction, String clause) {
        for (IncidentFact shortcoming : List.of(
                new IncidentFact.ReworkRequested(List.of("substance"), null),
                new IncidentFact.ManualPublicationNeeded(REPLY, "BANNED"))) {
            assertThat(of(jurisdiction, shortcoming))
                    .filteredOn(notice -> notice.roles().equals(List.of("supervisor")))
                    .singleElement()
                    .satisfies(notice -> {
                        assertThat(notice.clause()).isEqualTo(clause);
                        assertThat(Regulations.shipped()
                                        .get(jurisdiction)
                                        .office()
                                        .isDaytime(notice.tellAt()))
                                .isTrue();
                        assertThat(notice.tellAt()).isBetween(AT.plusSeconds(3600 * 12), AT.plusSeconds(3600 * 24));
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "50, false, executor, ''",
        "75, false, executor, executor",
        "90, false, executor, ''",
        "55, true, executor, executor",
        "75, false, curator, curator",
        "75, false, controller, controller"
    })
    void warning_isWorthALetterToItsHolderWhereTheProfileSaysSo(
            int percent, boolean lastSafe, String owner, String told) {
        DeadlineEvent warned = deadline(new DeadlineFact.DeadlineWarned(percent, lastSafe ? true : null), owner);

        assertThat(Noticing.of(ID, warned, Regulations.shipped().get("altai-krai")).stream()
                        .flatMap(notice -> notice.roles().stream()))
                .containsExactlyElementsOf(told.isEmpty() ? List.of() : List.of(told));
    }

    @Test
    void warning_isHeldUntilTellAt_andIsUselessOnceItIsDue() {
        DeadlineEvent warned = deadline(new DeadlineFact.DeadlineWarned(75), "executor");

        assertThat(Noticing.of(ID, warned, Regulations.shipped().get("altai-krai")))
                .containsExactly(new Notice(
                        ID.toString(),
                        Sort.WARNED,
                        List.of("executor"),
                        "organ",
                        REPLY,
                        MORNING,
                        warned.dueAt(),
                        null));
    }

    @Test
    void ladder_tellsTheRoleItNames_andWhoeverOwesItOnlyOnce() {
        assertThat(told(new DeadlineFact.DeadlineBreached(), "executor")).containsExactly("executor");
        assertThat(told(new DeadlineFact.DeadlineEscalated("executor", "responsible", AT), "executor"))
                .isEmpty();
        assertThat(told(new DeadlineFact.DeadlineEscalated("responsible", "supervisor", AT), "executor"))
                .containsExactly("responsible");
        assertThat(told(new DeadlineFact.DeadlineEscalated("leadership", null, null), "curator"))
                .containsExactly("leadership");
    }

    @Test
    @Clause("AK-19")
    void missMadeGoodBeforeTheLadderReachesTheSupervisor_isToldInTheMorningAllTheSame() {
        assertThat(madeGood("2026-04-23T03:30:00Z")).singleElement().satisfies(notice -> {
            assertThat(notice.roles()).containsExactly("supervisor");
            assertThat(notice.tellAt()).isEqualTo("2026-04-24T01:00:00Z");
            assertThat(notice.clause()).isEqualTo("AK-19");
        });
        assertThat(madeGood("2026-04-23T08:00:00Z")).isEmpty();
        assertThat(What.of(met("2026-04-23T03:30:00Z"), null)).isInstanceOfSatisfying(What.Escalated.class, told -> {
            assertThat(told.owed().ended()).isEqualTo(What.Ended.MET_LATE);
            assertThat(told.nextLevel()).isNull();
        });
    }

    /** The curator drops the organ, it gives the incident back, or it goes to another: nobody makes good what was missed. */
    @Test
    @Clause({"AK-19", "LP-19"})
    void missThatNobodyMakesGood_isToldToTheSupervisorAllTheSame() {
        DeadlineFact dropped = new DeadlineFact.DeadlineCancelled("Орган больше не участвует в ответе");
        assertThat(gone(dropped, "2026-04-23T03:20:00Z")).singleElement().satisfies(notice -> {
            assertThat(notice.roles()).containsExactly("supervisor");
            assertThat(notice.clause()).isEqualTo("AK-19");
        });
        assertThat(What.of(event(dropped, "2026-04-23T03:20:00Z"), null))
                .isInstanceOfSatisfying(
                        What.Escalated.class,
                        told -> assertThat(told.owed().ended()).isEqualTo(What.Ended.CANCELLED));
        assertThat(gone(dropped, "2026-04-23T03:00:00Z")).as("in time").isEmpty();
        assertThat(gone(dropped, "2026-04-23T08:00:00Z"))
                .as("the ladder was there")
                .isEmpty();
        assertThat(gone(
                        new DeadlineFact.DeadlineCancelled(DeadlineFact.DeadlineCancelled.UNDONE),
                        "2026-04-23T03:20:00Z"))
                .as("there never was a term")
                .isEmpty();
    }

    private static List<Notice> gone(DeadlineFact fact, String at) {
        return Noticing.of(ID, event(fact, at), Regulations.shipped().get("altai-krai"));
    }

    private static List<Notice> madeGood(String at) {
        return Noticing.of(ID, met(at), Regulations.shipped().get("altai-krai"));
    }

    private static DeadlineEvent met(String at) {
        return event(new DeadlineFact.DeadlineMet(true), at);
    }

    private static DeadlineEvent event(DeadlineFact fact, String at) {
        Instant due = Instant.parse("2026-04-23T03:00:00Z");
        return new DeadlineEvent(
                ID,
                "altai-krai",
                REPLY,
                "publish",
                "Опубликовать ответ",
                "AK-8",
                "organ",
                due.minusSeconds(9000),
                due,
                Instant.parse(at),
                3,
                fact,
                "executor",
                "organ",
                null);
    }

    @Test
    void breachMadeGoodLate_staysToldAndWarningsDoNot() {
        assertThat(Ending.of(new DeadlineFact.DeadlineMet(true)))
                .isEqualTo(new Ending(Set.of(Sort.WARNED), What.Ended.MET_LATE));
        assertThat(Ending.of(new DeadlineFact.DeadlineMet(false)).takenBack())
                .containsExactlyInAnyOrder(Sort.WARNED, Sort.BREACHED, Sort.ESCALATED);
        assertThat(Ending.of(new DeadlineFact.DeadlineCancelled("вернули")).takenBack())
                .containsExactly(Sort.WARNED);
        assertThat(Ending.of(new DeadlineFact.DeadlineMoved(AT, "календарь")).takenBack())
                .contains(Sort.BREACHED);
    }

    @Test
    void everyShippedProfile_tellsTheExecutorOfAReturnedDraft() {
        assertThat(Regulations.shipped().all())
                .allSatisfy(regulation -> assertThat(
                                of(regulation.id(), new IncidentFact.ReworkRequested(List.of(), null)))
                        .anySatisfy(notice -> assertThat(notice.roles()).contains("executor")));
    }

    @Test
    void promiseWhoseDayHasCome_isToldToTheOrgansPeopleAtOnce_andWithoutAnOrganToTheCurator() {
        assertThat(Regulations.shipped().all()).allSatisfy(regulation -> {
            Notice notice = promise(regulation, "organ");
            assertThat(notice.sort()).isEqualTo(Sort.PROMISE);
            assertThat(notice.roles()).containsExactly("executor", "responsible");
            assertThat(notice.organ()).isEqualTo("organ");
            assertThat(notice.tellAt()).isEqualTo(AT);
            assertThat(notice.clause()).isNotBlank();
            assertThat(notice.name()).contains("2026-11-10");
            assertThat(promise(regulation, null).roles()).containsExactly("curator");
        });
        assertThat(Noticing.of(new PromiseDue(REPLY, ID, "elsewhere", null, LocalDate.parse("2026-11-10"), AT), null))
                .isEmpty();
    }

    private static Notice promise(Regulation regulation, @Nullable String organ) {
        List<Notice> notices = Noticing.of(
                new PromiseDue(REPLY, ID, regulation.id(), organ, LocalDate.parse("2026-11-10"), AT), regulation);
        assertThat(notices).hasSize(1);
        return notices.getFirst();
    }

    private static List<String> told(DeadlineFact fact, String owner) {
        return Noticing.of(ID, deadline(fact, owner), Regulations.shipped().get("altai-krai")).stream()
                .flatMap(notice -> notice.roles().stream())
                .toList();
    }

    private static List<Notice> of(String jurisdiction, IncidentFact fact) {
        return Noticing.of(
                new IncidentEvent(ID, jurisdiction, 5, AT, Actor.SYSTEM, fact),
                null,
                Regulations.shipped().get(jurisdiction));
    }

    private static List<Notice> restored(String jurisdiction, @Nullable Importance unannounced) {
        return Noticing.of(
                new IncidentEvent(ID, jurisdiction, 5, AT, Actor.SYSTEM, new IncidentFact.IncidentRestored("Не спам")),
                unannounced,
                Regulations.shipped().get(jurisdiction));
    }

    private static DeadlineEvent deadline(DeadlineFact fact, @Nullable String owner) {
        return new DeadlineEvent(
                ID,
                "altai-krai",
                REPLY,
                "publish",
                "Опубликовать ответ",
                "AK-8",
                "organ",
                AT,
                AT.plusSeconds(90_000),
                AT,
                3,
                fact,
                owner,
                "organ",
                MORNING);
    }

    private static IncidentFact registered(Screening screening) {
        return registered(screening, Importance.NORMAL);
    }

    private static IncidentFact registered(Screening screening, Importance importance) {
        return new IncidentFact.IncidentRegistered(
                "1",
                Channel.VK,
                PostKind.POST,
                null,
                new Classification("Дороги", "Ямы", null, importance, screening, 0.9, List.of(), "test"),
                AT);
    }
}
