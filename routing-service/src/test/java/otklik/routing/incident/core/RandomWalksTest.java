package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.regulation.InterimRule;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.AfterRework;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;

/** Random commands by random people under each of the five regulations: nothing ever leaves the rules. */
class RandomWalksTest {

    private static final Instant NOW = Instant.parse("2026-04-29T06:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final List<String> ORGANS = List.of("a", "b", "c");

    static Stream<Arguments> walks() {
        return Regulations.shipped().ids().stream()
                .flatMap(id -> Stream.of(1L, 2L, 3L, 5L, 8L, 13L).map(seed -> Arguments.of(id, seed)));
    }

    /** Only known states, no fact lost, the same again from the facts alone and from their JSON, refusals change nothing. */
    @ParameterizedTest
    @MethodSource("walks")
    void randomCommands_neverLeaveTheRules(String id, long seed) {
        Random random = new Random(seed);
        RandomCommands commands = new RandomCommands(random, NOW);
        Regulation regulation = Regulations.shipped().get(id);
        Set<State> reached = EnumSet.noneOf(State.class);
        Random regrets = new Random(-seed);
        int undos = 0;
        int passed = 0;
        // A new step makes other walks of the same seeds: it goes on until one of them came to the end.
        for (int life = 0; life < 50 || (life < 500 && !reached.contains(State.DONE)); life++) {
            Incident incident = blank(id);
            List<Fact> facts = new ArrayList<>(List.of(registered()));
            incident = incident.after(facts);
            for (int step = 0; step < 60; step++) {
                Incident before = incident;
                Asking asking = asking(somebody(incident, id, commands, regulation), regulation);
                List<Fact> fresh = step(incident, commands.next(incident, asking), asking);
                if (fresh.isEmpty() && random.nextInt(3) == 0) {
                    fresh = PublicationOutcome.facts(incident, published(incident, id, random.nextBoolean()));
                }
                if (fresh.isEmpty() && random.nextInt(20) == 0) {
                    fresh = interim(incident, regulation);
                }
                facts.addAll(fresh);
                incident = incident.after(fresh);
                // Beside the walk, so that it comes as far as it did before.
                if (!fresh.isEmpty() && regrets.nextInt(12) == 0) {
                    List<Fact> undone = undone(before, fresh, incident, asking);
                    List<Fact> all = new ArrayList<>(facts);
                    all.addAll(undone);
                    Incident back = incident.after(undone);
                    assertThat(back.replayed(throughJson(all))).isEqualTo(back);
                    if (!undone.isEmpty()) {
                        assertThat(StepUndone.holding(all, fact -> fact))
                                .isEqualTo(facts.subList(0, Math.toIntExact(before.version())));
                    }
                    assertInvariants(back, regulation);
                    undos += undone.size();
                }
                assertThat(incident.version()).isEqualTo(facts.size());
                assertInvariants(incident, regulation);
                reached.add(incident.state());
            }
            passed += (int)
                    facts.stream().filter(StepFact.PassedUp.class::isInstance).count();
            assertThat(incident.replayed(facts)).isEqualTo(incident);
            assertThat(incident.replayed(throughJson(facts))).isEqualTo(incident);
            assertThat(Json.mapper().readValue(Json.mapper().writeValueAsString(incident), Incident.class))
                    .isEqualTo(incident);
        }
        assertThat(passed > 0).isEqualTo(regulation.workflow().passUp() != null);
        assertThat(undos).isGreaterThan(20);
        assertThat(reached).contains(State.APPROVED, State.DONE, State.ON_APPROVAL, State.REWORK, State.RETURNED);
        assertThat(reached.contains(State.ON_AGREEMENT))
                .isEqualTo(regulation.workflow().internalAgreement() != null);
    }

    /** It is the evening before a day off. */
    private static List<Fact> interim(Incident incident, Regulation regulation) {
        InterimRule rule = regulation.profile().interim();
        return rule == null
                ? List.of()
                : InterimRules.facts(incident, regulation, rule, NOW, NOW, Optional.empty(), UUID.randomUUID());
    }

    /** Mostly somebody who can do something. */
    private static Caller somebody(Incident incident, String id, RandomCommands commands, Regulation regulation) {
        Caller caller = commands.one(people(id));
        for (int i = 0;
                i < 4 && Casework.possible(incident, asking(caller, regulation)).isEmpty();
                i++) {
            caller = commands.one(people(id));
        }
        return caller;
    }

    private static List<Fact> step(Incident incident, Command command, Asking asking) {
        boolean offered = Casework.possible(incident, asking).contains(command.step());
        Decision decision = Casework.decide(incident, command, asking);
        if (decision instanceof Decision.Accepted accepted) {
            assertThat(offered).as("%s in %s", command, incident.state()).isTrue();
            return accepted.facts();
        }
        return List.of();
    }

    /** Taken back by whoever did it: all is as before but the version, and only once; what has left the house stays. */
    private static List<Fact> undone(Incident before, List<Fact> facts, Incident after, Asking asking) {
        Asking asked = asking.after(new LastStep(
                new Actor(asking.caller().id(), null, "curator", null), NOW.minusSeconds(30), before, facts, "шаг"));
        if (!(Casework.decide(after, new Command.Undo(), asked) instanceof Decision.Accepted accepted)) {
            assertThat(facts).anyMatch(RandomWalksTest::isOutside);
            return List.of();
        }
        assertThat(after.after(accepted.facts())).isEqualTo(before.with(next -> next.version = after.version() + 1));
        Asking again = asking.after(new LastStep(
                new Actor(asking.caller().id(), null, "curator", null), NOW, after, accepted.facts(), "отмена"));
        assertThat(Casework.decide(after.after(accepted.facts()), new Command.Undo(), again))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOTHING_TO_UNDO));
        return accepted.facts();
    }

    private static boolean isOutside(Fact fact) {
        return fact instanceof Fact.ReplyApproved
                || fact instanceof Fact.ReplyPublished
                || fact instanceof StepFact.InterimGiven
                || fact instanceof StepFact.InterimPublished;
    }

    private static void assertInvariants(Incident incident, Regulation regulation) {
        String what = incident.toString();
        Cooperation several = incident.cooperation();
        switch (incident.state()) {
            case ROUTED, IN_WORK, REWORK ->
                assertThat(incident.organ() != null || several != null).as(what).isTrue();
            case ON_AGREEMENT, ON_APPROVAL ->
                assertThat(incident.draft()).as(what).isNotNull();
            case APPROVED -> assertThat(incident.reply()).as(what).isNotNull();
            case RETURNED -> {
                assertThat(incident.organ()).as(what).isNull();
                assertThat(several == null || several.isComplete()).as(what).isTrue();
            }
            case NEW, SCREENED_OUT, NO_REACTION -> {
                assertThat(incident.organ()).as(what).isNull();
                assertThat(several).as(what).isNull();
            }
            case DONE, AWAITING_FINAL, AWAITING_AUTHOR -> {}
        }
        if (!incident.state().isClosed()
                && incident.state() != State.AWAITING_AUTHOR
                && (incident.state() != State.APPROVED || incident.needsManualPublication())) {
            assertThat(Casework.awaited(incident, regulation))
                    .as("nobody has anything to do: " + what)
                    .isNotEmpty();
        }
        if (several != null && !several.isParallel()) {
            long open = several.parts().stream()
                    .filter(part -> !part.isOver() && part.status() != Cooperation.Status.WAITING)
                    .count();
            assertThat(open).as("in a sequence at most one works: " + what).isLessThanOrEqualTo(1);
        }
        if (several != null) {
            assertThat(several.parts())
                    .as(what)
                    .allMatch(part -> part.attachments() == null
                            || (part.text() != null && FILES.containsAll(part.attachments())));
        }
        assertReport(incident, regulation);
        Incident.Reply reply = incident.reply();
        if (reply != null && incident.state() == State.APPROVED && incident.draft() != null) {
            assertThat(reply.attachments()).as(what).isEqualTo(incident.draft().attachments());
        }
        if (regulation.workflow().rework().then() != AfterRework.PUBLICATION && incident.state() == State.REWORK) {
            assertThat(incident.rework()).as(what).isNotNull();
        }
    }

    /** Nothing goes up that the regulation does not send there, and whatever has to is in the queue of whoever passes it on (LP-22). */
    private static void assertReport(Incident incident, Regulation regulation) {
        Workflow.PassUp rule = regulation.workflow().passUp();
        Marks.Report report = incident.marks().report();
        if (rule == null) {
            assertThat(report).as(incident.toString()).isNull();
            return;
        }
        boolean waits = incident.classification().importance() == Importance.ELEVATED
                && incident.state() != State.SCREENED_OUT
                && (report == null || report.passedUpAt() == null);
        assertThat(Place.of(incident, regulation)
                        .contains(new Place(Place.Shelf.MINE, "leadership@" + regulation.id())))
                .as(incident.toString())
                .isEqualTo(waits);
    }

    private static List<Fact> throughJson(List<Fact> facts) {
        return facts.stream()
                .map(fact -> Json.mapper().writerFor(Fact.class).writeValueAsString(fact))
                .map(json -> Json.mapper().readValue(json, Fact.class))
                .toList();
    }

    private static PublicationEvent published(Incident incident, String id, boolean well) {
        Incident.Reply reply = incident.state() == State.APPROVED
                ? incident.reply()
                : incident.marks().interim();
        PublicationFact fact = well
                ? new PublicationFact.PublicationSucceeded("1", "https://vk.com/wall-1_1?reply=1", NOW, "ab")
                : new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null);
        return new PublicationEvent(ID, id, reply == null ? ID : reply.id(), Channel.VK, NOW, fact);
    }

    private static final List<Attachment> FILES = Stream.of(1, 2, 3)
            .map(number -> new Attachment(
                    new UUID(7, number), Attachment.Kind.PHOTO, "Фото " + number + ".jpg", "image/jpeg", number, "ab"))
            .toList();

    private static Asking asking(Caller caller, Regulation regulation) {
        return new Asking(
                caller,
                regulation,
                directory(regulation.id()),
                NOW,
                UUID.randomUUID(),
                null,
                new Files(FILES, 2),
                null);
    }

    private static List<Caller> people(String id) {
        return Stream.concat(
                        Stream.of("curator", "controller", "supervisor", "leadership", "observer")
                                .map(role -> role + "@" + id),
                        ORGANS.stream()
                                .flatMap(organ ->
                                        Stream.of("executor@" + id + "/" + organ, "responsible@" + id + "/" + organ)))
                .map(grant -> new Caller(grant, grant, List.of(Grant.parse(grant))))
                .toList();
    }

    private static Directory directory(String id) {
        return new Directory(Stream.concat(
                        ORGANS.stream()
                                .map(organ -> new Organ(
                                        organ,
                                        id,
                                        "Орган " + organ,
                                        null,
                                        organ.equals("c") ? List.of("ok") : null,
                                        List.of(
                                                new Person("r" + organ, "Р", Role.RESPONSIBLE, null),
                                                new Person("e" + organ, "И", Role.EXECUTOR, null)))),
                        Stream.of(new Organ("empty", id, "Пустой", null, null, List.of())))
                .toList());
    }

    private static Fact registered() {
        return new Fact.IncidentRegistered("N-1", Channel.VK, PostKind.POST, null, classification(), NOW, null);
    }

    private static Incident blank(String id) {
        return Registration.blank(
                new IncidentDetected(
                        ID,
                        id,
                        new PostKey(Channel.VK, "1"),
                        PostKind.POST,
                        null,
                        "Яма",
                        null,
                        Map.of("post_id", "1"),
                        null,
                        NOW,
                        classification()),
                "N-1");
    }

    private static Classification classification() {
        return new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.5, List.of(), "t");
    }
}
