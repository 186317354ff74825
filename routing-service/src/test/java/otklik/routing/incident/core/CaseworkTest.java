package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.testkit.Clause;

/** The rules without anything around them. */
class CaseworkTest {

    private static final Instant NOW = Instant.parse("2026-04-30T08:59:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final Directory DIRECTORY = new Directory(
            List.of(organ("a"), organ("b"), new Organ("empty", "altai-krai", "Пустой", null, null, List.of())));

    @Test
    void hashedFacts_areReadBackAsTheyWere() {
        Fact fact = new Fact.ReworkRequested(List.of("substance"), null, null);

        String json = Json.mapper().writerFor(Fact.class).writeValueAsString(fact);

        assertThat(Json.mapper().readValue(json, Fact.class)).isEqualTo(fact);
    }

    /** A fact of before an organ could be asked anew gives the state that it gave then. */
    @Test
    void organsEngagedAgainOfOld_leaveAReturnedPartReturned() {
        Fact old = Json.mapper().readValue("""
                {"type": "PartFact$OrgansEngaged", "organs": ["a", "b"], "lead": "lead", "mode": "SEQUENTIAL_WITH_LEAD"}""", Fact.class);

        Incident after = accept(blank(), old, new PartFact.ContributionReturned("a", "Не наше", false), old);

        assertThat(PartRules.several(after).part("a").orElseThrow().status()).isEqualTo(Cooperation.Status.RETURNED);
        assertThat(Json.mapper().writerFor(Fact.class).writeValueAsString(old)).doesNotContain("anew");
    }

    /** Held against the second account of the regulation, all of whose steps the random walks take. */
    @Test
    void stepThatTheRegulationHasNot_isRefusedAsThat_andNoOther() {
        for (String id : Regulations.shipped().ids()) {
            Regulation regulation = Regulations.shipped().get(id);
            Asking asking = new Asking(person("observer@" + id), regulation, DIRECTORY, NOW, ID);

            assertThat(Step.values())
                    .filteredOn(step -> KnownSteps.refusal(step, asking).isEmpty())
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(new WhatMayBe(regulation).steps());
        }
    }

    @Test
    void refusalOfAStepThatIsNotThere_saysSo() {
        Decision no = Casework.decide(
                blank(),
                new StepCommand.MarkAppeal("Нужны документы"),
                asking(person("curator@altai-krai", "responsible@altai-krai/a")));

        assertThat(no)
                .isEqualTo(Decision.reject(
                        Reason.NOT_IN_REGULATION,
                        "Шага «Отметить: нужно обращение по 59-ФЗ» в регламенте этой территории нет. "
                                + "Что можно сделать с сообщением, показывает карточка.",
                        null));
    }

    @Test
    void curatorOfAnotherJurisdiction_mayNothing() {
        assertThat(Casework.possible(blank(), asking(person("curator@lipetsk-oblast"))))
                .isEmpty();
    }

    @Test
    void lateWordOfThePublisher_aboutAnotherReply_changesNothing() {
        Incident approved = accept(
                blank(),
                new Fact.IncidentRouted("a", "А", false, null, null),
                new Fact.DraftSubmitted(
                        ReplyKind.FINAL,
                        "Текст",
                        1,
                        person("executor@altai-krai/a").as(Grant.parse("executor@altai-krai/a")),
                        NOW,
                        "a",
                        null,
                        null,
                        null,
                        null,
                        null),
                new Fact.ReplyApproved(ID, ReplyKind.FINAL, "Текст", true, null));

        assertThat(PublicationOutcome.facts(approved, succeeded(new UUID(9, 9))))
                .isEmpty();
        assertThat(PublicationOutcome.facts(approved, succeeded(ID))).hasSize(1);
        assertThat(PublicationOutcome.facts(
                        accept(
                                approved,
                                PublicationOutcome.facts(approved, succeeded(ID))
                                        .getFirst()),
                        succeeded(ID)))
                .isEmpty();
    }

    /** Somebody has to send it elsewhere, rather than that it rests with nobody. */
    @Test
    @Clause("AK-5")
    void reopened_withAnOrganThatHasNobodyAnyMore_isNewAgain() {
        Incident done = accept(blank(), new Fact.IncidentRouted("gone", "Нет его", false, null, null))
                .with(next -> next.state = State.DONE);

        Decision decision =
                Casework.decide(done, new StepCommand.Reopen("Яма снова"), asking(person("curator@altai-krai")));

        assertThat(decision).isEqualTo(Decision.accept(new StepFact.IncidentReopened(null, "Яма снова")));
        Incident reopened = done.after(((Decision.Accepted) decision).facts());
        assertThat(reopened.state()).isEqualTo(State.NEW);
        assertThat(reopened.organ()).isNull();
    }

    /** The link may be recorded after the reply was posted: the clocks count by when it stood there. */
    @Test
    @Clause({"AK-12", "KH-13", "LP-10", "VP-16"})
    void publicationByHand_countsFromWhenItWas_notBeforeTheApprovalNorAhead() {
        Instant approved = NOW.minusSeconds(1800);
        Incident waiting = accept(
                blank(),
                new Fact.IncidentRouted("a", "А", false, null, null),
                new Fact.ReplyApproved(ID, ReplyKind.FINAL, "Текст", false, null, null, approved));

        assertThat(recorded(waiting, approved))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        done -> assertThat(done.facts())
                                .first()
                                .isEqualTo(new Fact.ReplyPublished(
                                        ID, ReplyKind.FINAL, "https://vk.com/wall-1_1", approved, true, null, null)));
        for (Instant wrong : List.of(approved.minusMillis(1), NOW.plusMillis(1))) {
            assertThat(recorded(waiting, wrong))
                    .isInstanceOfSatisfying(
                            Decision.Rejected.class,
                            no -> assertThat(no.reason()).isEqualTo(Reason.UNTIMELY_PUBLICATION));
        }
    }

    private static Decision recorded(Incident incident, Instant publishedAt) {
        return Casework.decide(
                incident,
                new Command.RecordPublication("https://vk.com/wall-1_1", publishedAt),
                asking(person("executor@altai-krai/a")));
    }

    private static Incident accept(Incident incident, Fact... facts) {
        return incident.after(List.of(facts));
    }

    private static PublicationEvent succeeded(UUID reply) {
        return new PublicationEvent(
                ID,
                "altai-krai",
                reply,
                Channel.VK,
                NOW,
                new PublicationFact.PublicationSucceeded("1", "https://vk.com/wall-1_1?reply=1", NOW, "ab"));
    }

    private static Asking asking(Caller caller) {
        return new Asking(caller, Regulations.shipped().get("altai-krai"), DIRECTORY, NOW, ID);
    }

    private static Caller person(String... grants) {
        return new Caller("p", "Имя", List.of(grants).stream().map(Grant::parse).toList());
    }

    private static Organ organ(String id) {
        return new Organ(
                id,
                "altai-krai",
                "Орган " + id,
                null,
                null,
                List.of(
                        new Person("r" + id, "Р", Role.RESPONSIBLE, null),
                        new Person("e" + id, "И", Role.EXECUTOR, null)));
    }

    private static Incident blank() {
        return Registration.blank(
                new IncidentDetected(
                        ID,
                        "altai-krai",
                        new PostKey(Channel.VK, "1"),
                        PostKind.POST,
                        null,
                        "Яма",
                        null,
                        Map.of("post_id", "1"),
                        null,
                        NOW,
                        new Classification(
                                "Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.5, List.of(), "t")),
                "AK-1");
    }
}
