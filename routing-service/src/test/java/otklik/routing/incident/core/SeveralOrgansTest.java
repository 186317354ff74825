package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Official;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.testkit.Clause;

/** Several organs whose plan changes on the way, and words to the author beside them, without anything around the rules. */
class SeveralOrgansTest {

    private static final Instant TUESDAY = Instant.parse("2026-04-28T08:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-04-26T08:00:00Z");
    private static final List<String> A_AND_B = List.of("a", "b");
    private static final List<String> B_AND_C = List.of("b", "c");

    @Test
    @Clause("LB-5")
    void partThatWaitsForJudgement_isTakenBackFromABodyThatIsLeftOut() {
        Walk leninsky = new Walk("barnaul-leninsky");
        leninsky.does("controller", engage(A_AND_B, null));
        leninsky.does("executor/a", contribute()).does("supervisor", new PartCommand.AgreeContribution("a"));

        assertThat(leninsky.facts("controller", engage(B_AND_C, null)))
                .startsWith(new PartFact.ContributionWithdrawn("a"))
                .doesNotContain(new PartFact.ContributionWithdrawn("b"));
    }

    @Test
    @Clause("KH-7")
    void partThatWaitsForJudgement_isTakenBackWhereItIsAskedAnew_andStaysToBeSeen() {
        Walk krai = new Walk("khabarovsk-krai");
        krai.does("curator", engage(A_AND_B, null)).does("executor/a", contribute());
        assertThat(krai.facts("curator", engage(A_AND_B, null)))
                .doesNotContain(new PartFact.ContributionWithdrawn("a"));

        assertThat(krai.facts("curator", engage(A_AND_B, List.of("a"))))
                .startsWith(new PartFact.ContributionWithdrawn("a"))
                .endsWith(new PartFact.ContributionRequested("a", "Орган a", false));

        krai.does("curator", engage(A_AND_B, List.of("a")));
        assertThat(krai.part("a").text()).isEqualTo("Часть");
        assertThat(krai.part("a").status()).isEqualTo(Cooperation.Status.ASKED);
    }

    @Test
    @Clause("LB-5")
    void acceptedPartOfABodyThatIsLeftOut_isTakenBackOnlyWhileItsHeadHasToSayWhoseItIs() {
        Walk leninsky = new Walk("barnaul-leninsky");
        leninsky.does("controller", engage(A_AND_B, null));
        for (String organ : A_AND_B) {
            leninsky.does("executor/" + organ, contribute())
                    .does("supervisor", new PartCommand.AgreeContribution(organ))
                    .does("controller", new PartCommand.AcceptContribution(organ));
        }
        assertThat(leninsky.facts("controller", engage(B_AND_C, null)))
                .startsWith(new PartFact.ContributionWithdrawn("a"))
                .doesNotContain(new PartFact.ContributionWithdrawn("b"));

        leninsky.does("responsible/a", new StepCommand.ConfirmCompetence());

        assertThat(leninsky.facts("controller", engage(B_AND_C, null)))
                .noneMatch(PartFact.ContributionWithdrawn.class::isInstance);
    }

    @Test
    @Clause({"KH-7", "KH-13"})
    void acceptedPartOfAnOrganThatIsLeftOut_isNotTakenBackWhereNoHeadHasToSayAnything() {
        Walk krai = new Walk("khabarovsk-krai");
        krai.does("curator", engage(A_AND_B, null))
                .does("executor/a", contribute())
                .does("curator", new PartCommand.AcceptContribution("a"));

        assertThat(krai.facts("curator", engage(B_AND_C, null)))
                .noneMatch(PartFact.ContributionWithdrawn.class::isInstance);
    }

    @Test
    @Clause({"KH-7", "KH-13"})
    void orderWithoutTheOnlyPartThatIsMissing_saysThatNothingIsAwaitedAnyMore() {
        Walk krai = new Walk("khabarovsk-krai");
        List<String> all = List.of("a", "b", "c");
        krai.does("curator", engage(all, null));
        for (String organ : A_AND_B) {
            krai.does("executor/" + organ, contribute());
            assertThat(complete(krai, A_AND_B, null))
                    .as("of %s nobody has judged", organ)
                    .isNull();
            krai.does("curator", new PartCommand.AcceptContribution(organ));
        }

        assertThat(complete(krai, A_AND_B, null)).isTrue();
        assertThat(krai.facts("curator", engage(A_AND_B, null)))
                .hasExactlyElementsOfTypes(PartFact.ContributionWithdrawn.class, PartFact.OrgansEngaged.class);
        assertThat(complete(krai, A_AND_B, List.of("a")))
                .as("one is asked anew")
                .isNull();
        assertThat(complete(krai, B_AND_C, null)).as("one still writes").isNull();
        assertThat(complete(krai, List.of("a", "d"), null))
                .as("one more is asked")
                .isNull();
        assertThat(complete(new Walk("khabarovsk-krai"), A_AND_B, null)).isNull();

        krai.does("curator", engage(A_AND_B, null));
        assertThat(complete(krai, List.of("b", "a"), null))
                .as("nothing was awaited before either: the hour runs")
                .isNull();
    }

    @Test
    @Clause({"KH-7", "KH-8"})
    void partOfTheOneThatIsLeft_isAllThatIsAwaited() {
        Walk krai = new Walk("khabarovsk-krai");
        krai.does("curator", engage(List.of("a", "b", "c"), null))
                .does("executor/a", contribute())
                .does("curator", new PartCommand.AcceptContribution("a"))
                .does("executor/b", new Command.Return("Не наше"));
        assertThat(complete(krai, A_AND_B, null))
                .as("who gave it back is asked anew")
                .isNull();

        assertThat(complete(krai, List.of("a"), null)).isTrue();
    }

    @Test
    @Clause({"KH-7", "KH-13"})
    void partsThatAreThere_mayTakeThePlaceOfTheDraftOfOneOrgan() {
        Walk krai = new Walk("khabarovsk-krai");
        krai.does("curator", engage(List.of("a", "b", "c"), null));
        for (String organ : A_AND_B) {
            krai.does("executor/" + organ, contribute()).does("curator", new PartCommand.AcceptContribution(organ));
        }
        assertThat(krai.facts("curator", new Command.Route("d")))
                .contains(new PartFact.OrgansEngaged(
                        A_AND_B, "d", CooperationMode.PARALLEL_CONSOLIDATED_BY_CURATOR, null, null));
        krai.does("curator", new Command.Route("d"));

        assertThat(complete(krai, A_AND_B, null)).isTrue();
    }

    /** In turn nobody puts parts together: whoever writes the common draft is asked for it. */
    @Test
    @Clause({"AK-14", "LP-13"})
    void orderOfASequence_isNeverSaidToBeComplete() {
        for (String jurisdiction : List.of("altai-krai", "lipetsk-oblast")) {
            Walk walk = new Walk(jurisdiction);
            walk.does("curator", new PartCommand.EngageOrgans(A_AND_B, "c", null))
                    .does("responsible/a", contribute());

            assertThat(walk.facts("curator", new PartCommand.EngageOrgans(List.of("a"), "c", null)))
                    .contains(new PartFact.OrgansEngaged(
                            List.of("a"), "c", PartRules.several(walk.incident).mode(), null, null))
                    .endsWith(
                            new PartFact.ContributionRequested("c", "Орган c", true),
                            new Fact.IncidentRouted("c", "Орган c", false, null, null));
        }
    }

    private static @Nullable Boolean complete(Walk walk, List<String> organs, @Nullable List<String> anew) {
        return walk.facts("curator", engage(organs, anew)).stream()
                .filter(PartFact.OrgansEngaged.class::isInstance)
                .map(PartFact.OrgansEngaged.class::cast)
                .findFirst()
                .orElseThrow()
                .complete();
    }

    @Test
    @Clause({"VP-10", "VP-15", "VP-17"})
    void curatorsOwnWords_areBoundToNoHours_unitsDraftsAre() {
        Walk town = new Walk("vyatskie-polyany");
        town.does("curator", engage(A_AND_B, null));
        town.now = SUNDAY;

        assertThat(town.facts("curator", submit(ReplyKind.CLARIFICATION)))
                .hasExactlyElementsOfTypes(Fact.DraftSubmitted.class, Fact.ReplyApproved.class);

        town.now = TUESDAY;
        town.does("executor/a", contribute()).does("responsible/a", new PartCommand.AgreeContribution("a"));
        town.now = SUNDAY;
        assertThat(town.decides("responsible/b", submit(ReplyKind.FINAL)))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        no -> assertThat(no.reason()).isEqualTo(Reason.OUTSIDE_SUBMISSION_HOURS));
    }

    @Test
    @Clause({"AK-10", "AK-14"})
    void reasonsOfACommonReply_areTheLeadsToSee_whenContributorsWereAskedAnew() {
        Walk krai = cameBack();
        krai.does("curator", new PartCommand.EngageOrgans(A_AND_B, "c", List.of("b")));
        assertThat(krai.incident.rework()).isNull();
        assertThat(krai.part("b").rework()).isNotNull();

        krai.does("executor/b", contribute());

        assertThat(krai.incident.organ()).isEqualTo("c");
        assertThat(krai.incident.rework()).isEqualTo(new Incident.Rework(List.of("substance"), "О сроке", null));
    }

    @Test
    @Clause("AK-10")
    void reasonsOfACommonReply_outliveTheCuratorsInterimReply_butNotTheNextDraftOfTheLead() {
        Walk krai = cameBack();
        krai.does("curator", new PartCommand.EngageOrgans(A_AND_B, "c", List.of("b")))
                .does("curator", submit(ReplyKind.INTERIM))
                .does("executor/b", contribute());
        assertThat(krai.incident.state()).isEqualTo(State.APPROVED);
        assertThat(krai.incident.rework()).isNotNull();

        krai.does("executor/c", new Command.Return("Не наше")).does("curator", new Command.Route("d"));

        assertThat(krai.incident.rework()).isNull();
        assertThat(krai.incident.organ()).isEqualTo("d");
    }

    private static Walk cameBack() {
        return new Walk("altai-krai")
                .does("curator", new PartCommand.EngageOrgans(A_AND_B, "c", null))
                .does("executor/a", contribute())
                .does("executor/b", contribute())
                .does("executor/c", submit(ReplyKind.FINAL))
                .does("curator", new Command.RequestRework(List.of("substance"), "О сроке", null));
    }

    @Test
    @Clause({"AK-7", "AK-14"})
    void lead_givesBackBesideTheCuratorsWords_whichGoOn_andTheCuratorHasToSendItElsewhere() {
        Walk krai = new Walk("altai-krai");
        krai.does("curator", new PartCommand.EngageOrgans(A_AND_B, "c", null))
                .does("curator", submit(ReplyKind.CLARIFICATION))
                .does("executor/a", contribute())
                .does("executor/b", contribute());
        assertThat(krai.decides("curator", new Command.Route("d"))).isInstanceOf(Decision.Rejected.class);

        krai.does("executor/c", new Command.Return("Не наше"));

        assertThat(krai.incident.state()).isEqualTo(State.APPROVED);
        assertThat(krai.incident.organ()).isNull();
        assertThat(krai.awaited()).containsExactly(new Seat(Role.CURATOR, null));
        krai.does("curator", new Command.Route("d"));
        assertThat(krai.incident.state()).isEqualTo(State.APPROVED);
        assertThat(krai.incident.organ()).isEqualTo("d");
        assertThat(krai.awaited()).isEmpty();
    }

    @Test
    @Clause("AK-7")
    void organsOwnDraft_isNotLeftByTheOrgan_whileOthersApproveIt() {
        Walk krai = new Walk("altai-krai");
        krai.does("curator", new Command.Route("a")).does("executor/a", submit(ReplyKind.CLARIFICATION));

        assertThat(krai.decides("executor/a", new Command.Return("Не наше"))).isInstanceOf(Decision.Rejected.class);
        assertThat(krai.decides("curator", new Command.Route("b"))).isInstanceOf(Decision.Rejected.class);
    }

    @Test
    @Clause("LB-5")
    void deputy_agreesOnlyForTheBodiesThatTheDirectorySetsThemOver() {
        Walk leninsky = new Walk("barnaul-leninsky", deputy("supervisor", "a"), deputy("other", "b"));
        leninsky.does("controller", engage(B_AND_C, null)).does("executor/b", contribute());

        assertThat(leninsky.decides("supervisor", new PartCommand.AgreeContribution("b")))
                .isInstanceOfSatisfying(Decision.Rejected.class, no -> {
                    assertThat(no.reason()).isEqualTo(Reason.NOT_YOURS);
                    assertThat(no.detail()).contains("Орган b");
                });
        leninsky.does("executor/c", contribute());
        leninsky.does("supervisor", new PartCommand.AgreeContribution(""));
        assertThat(leninsky.part("c").status())
                .as("nobody is named for it, so the only one that is theirs")
                .isEqualTo(Cooperation.Status.SUBMITTED);

        leninsky.does("other", "supervisor", new PartCommand.AgreeContribution("b"));

        assertThat(leninsky.part("b").status()).isEqualTo(Cooperation.Status.SUBMITTED);
    }

    @Test
    @Clause("LB-5")
    void draftOfABody_waitsInTheQueueOfItsDeputy_andOfWhoeverStandsInForThem() {
        Walk leninsky = new Walk("barnaul-leninsky", deputy("supervisor", "a"), deputy("other", "b"));
        leninsky.does("controller", new Command.Route("b")).does("executor/b", submit(ReplyKind.FINAL));
        assertThat(leninsky.incident.state()).isEqualTo(State.ON_AGREEMENT);
        Grant deputy = Grant.parse("supervisor@barnaul-leninsky");
        Caller other = new Caller("other", "Имя", List.of(deputy));
        Caller standIn = new Caller("supervisor", "Имя", List.of(deputy, deputy.actingFor("other")));
        Caller own = new Caller("supervisor", "Имя", List.of(deputy));

        assertThat(leninsky.queues(other)).containsAnyElementsOf(leninsky.places());
        assertThat(leninsky.queues(standIn)).containsAnyElementsOf(leninsky.places());
        assertThat(leninsky.queues(own)).doesNotContainAnyElementsOf(leninsky.places());
        assertThat(leninsky.decides(own, new StepCommand.Agree(null))).isInstanceOf(Decision.Rejected.class);
        assertThat(leninsky.decides(standIn, new StepCommand.Agree(null))).isInstanceOf(Decision.Accepted.class);
    }

    /** The final reply waits for the parts, a second interim one is not wanted; the author may be asked all the same. */
    @Test
    @Clause({"KH-7", "KH-11"})
    void partsAskedAnewAfterAnInterimReply_leaveRoomForAQuestion_andTheAnswerLeavesTheFinalReplyDue() {
        Walk krai = new Walk("khabarovsk-krai");
        krai.does("curator", engage(A_AND_B, null)).bothGive().does("curator", submit(ReplyKind.INTERIM));
        krai.published(ReplyKind.INTERIM).does("curator", engage(A_AND_B, A_AND_B));
        assertThat(krai.refusal("curator", submit(ReplyKind.FINAL)))
                .returns(Reason.PARTS_MISSING, Decision.Rejected::reason)
                .matches(no -> !no.detail().contains("промежуточный"));
        assertThat(krai.refusal("curator", submit(ReplyKind.INTERIM)))
                .returns(Reason.WRONG_STATE, Decision.Rejected::reason);

        krai.does("curator", submit(ReplyKind.CLARIFICATION)).published(ReplyKind.CLARIFICATION);

        assertThat(krai.incident.state()).isEqualTo(State.AWAITING_AUTHOR);
        assertThat(krai.incident.isFinalDue()).isTrue();
        assertThat(krai.awaited())
                .doesNotContain(new Seat(Role.CURATOR, null))
                .contains(new Seat(Role.EXECUTOR, "a"), new Seat(Role.EXECUTOR, "b"));
        krai.does("curator", new StepCommand.RecordAuthorAnswer("Дом 5"));
        assertThat(krai.incident.state()).isEqualTo(State.IN_WORK);
        assertThat(krai.incident.isFinalDue()).isTrue();
        krai.bothGive().does("curator", submit(ReplyKind.FINAL)).published(ReplyKind.FINAL);
        assertThat(krai.incident.state()).isEqualTo(State.DONE);
        assertThat(krai.incident.isFinalDue()).isFalse();
    }

    private static Official deputy(String id, String over) {
        return new Official(id, "barnaul-leninsky", "Имя", Role.SUPERVISOR, null, List.of(over));
    }

    private static PartCommand.EngageOrgans engage(List<String> organs, @Nullable List<String> anew) {
        return new PartCommand.EngageOrgans(organs, null, anew);
    }

    private static PartCommand.Contribute contribute() {
        return new PartCommand.Contribute("Часть", List.of());
    }

    private static Command.SubmitDraft submit(ReplyKind kind) {
        return new Command.SubmitDraft(kind, "Добрый день! Ответим до 15 мая.", null, List.of());
    }

    /** An incident of a jurisdiction and the people there. */
    private static final class Walk {

        private final String jurisdiction;
        private final Directory directory;
        private Incident incident;
        private Instant now = TUESDAY;

        Walk(String jurisdiction, Official... officials) {
            this.jurisdiction = jurisdiction;
            directory = new Directory(
                    Stream.of("a", "b", "c", "d")
                            .map(id -> organ(id, jurisdiction))
                            .toList(),
                    List.of(officials));
            incident = blank(jurisdiction);
        }

        Decision decides(String seat, Command command) {
            return decides(caller(seat.replace('/', '.'), seat), command);
        }

        Decision decides(Caller caller, Command command) {
            return Casework.decide(incident, command, asking(caller));
        }

        Decision.Rejected refusal(String seat, Command command) {
            Decision decision = decides(seat, command);
            assertThat(decision).isInstanceOf(Decision.Rejected.class);
            return (Decision.Rejected) decision;
        }

        Walk bothGive() {
            return does("executor/a", contribute())
                    .does("executor/b", contribute())
                    .does("curator", new PartCommand.AcceptContribution("a"))
                    .does("curator", new PartCommand.AcceptContribution("b"));
        }

        Walk published(ReplyKind kind) {
            incident = incident.after(List.of(
                    new Fact.ReplyPublished(new UUID(1, 1), kind, "https://vk.com/w?reply=1", now, false, null, null)));
            return this;
        }

        List<Fact> facts(String seat, Command command) {
            Decision decision = decides(seat, command);
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return List.copyOf(((Decision.Accepted) decision).facts());
        }

        Walk does(String seat, Command command) {
            incident = incident.after(facts(seat, command));
            return this;
        }

        void does(String login, String seat, Command command) {
            Decision decision = decides(caller(login, seat), command);
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            incident = incident.after(((Decision.Accepted) decision).facts());
        }

        /** Where it waits for somebody. */
        List<String> places() {
            return awaited().stream()
                    .filter(seat -> seat.role() == Role.SUPERVISOR)
                    .map(seat -> seat.in(jurisdiction))
                    .toList();
        }

        List<String> queues(Caller caller) {
            return caller.grants().stream()
                    .flatMap(grant -> Seat.queues(caller, grant, jurisdiction, directory))
                    .toList();
        }

        Cooperation.Part part(String organ) {
            return PartRules.several(incident).part(organ).orElseThrow();
        }

        List<Seat> awaited() {
            return Casework.awaited(incident, Regulations.shipped().get(jurisdiction));
        }

        private Asking asking(Caller caller) {
            return new Asking(caller, Regulations.shipped().get(jurisdiction), directory, now, new UUID(1, 1));
        }

        private Caller caller(String login, String seat) {
            String[] parts = seat.split("/");
            String scope = parts.length == 1 ? jurisdiction : jurisdiction + "/" + parts[1];
            return new Caller(login, "Имя", List.of(Grant.parse(parts[0] + "@" + scope)));
        }

        private static Organ organ(String id, String jurisdiction) {
            return new Organ(
                    id,
                    jurisdiction,
                    "Орган " + id,
                    null,
                    null,
                    List.of(
                            new Person("r" + id, "Р", Role.RESPONSIBLE, null),
                            new Person("e" + id, "И", Role.EXECUTOR, null)));
        }

        private static Incident blank(String jurisdiction) {
            return Registration.blank(
                    new IncidentDetected(
                            new UUID(1, 1),
                            jurisdiction,
                            new PostKey(Channel.VK, "1"),
                            PostKind.POST,
                            null,
                            "Яма",
                            null,
                            Map.of("post_id", "1"),
                            null,
                            TUESDAY,
                            new Classification(
                                    "Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.5, List.of(), "t")),
                    "N-1");
        }
    }
}
