package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;

/** The rules without anything around them. */
class CaseworkTest {

    private static final Instant NOW = Instant.parse("2026-04-30T08:59:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final Directory DIRECTORY = new Directory(
            List.of(organ("a"), organ("b"), new Organ("empty", "altai-krai", "Пустой", null, null, List.of())));
    private static final List<Caller> PEOPLE = List.of(
            person("curator@altai-krai"),
            person("executor@altai-krai/a"),
            person("executor@altai-krai/b"),
            person("responsible@altai-krai/a"),
            person("observer@altai-krai"),
            person("curator@lipetsk-oblast"),
            person());

    @Test
    void hashedFacts_areReadBackAsTheyWere() {
        Fact fact = new Fact.ReworkRequested(List.of("substance"), null, null);

        String json = Json.mapper().writerFor(Fact.class).writeValueAsString(fact);

        assertThat(Json.mapper().readValue(json, Fact.class)).isEqualTo(fact);
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
                        null),
                new Fact.ReplyApproved(ID, ReplyKind.FINAL, "Текст", true));

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

    /** Random commands by random people: only known states, no fact lost, the same again from the facts alone, refusals change nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void randomCommands_neverLeaveTheRules(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < 200; life++) {
            Incident incident = blank();
            List<Fact> facts = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                Asking asking = asking(PEOPLE.get(random.nextInt(PEOPLE.size())));
                Command command = command(random);
                boolean offered = Casework.possible(incident, asking).contains(command.step());
                Decision decision = Casework.decide(incident, command, asking);
                if (decision instanceof Decision.Accepted accepted) {
                    assertThat(offered)
                            .as("%s in %s", command, incident.state())
                            .isTrue();
                    facts.addAll(accepted.facts());
                    incident = incident.after(accepted.facts());
                } else if (random.nextInt(3) == 0) {
                    List<Fact> published =
                            PublicationOutcome.facts(incident, random.nextBoolean() ? succeeded(ID) : refused());
                    facts.addAll(published);
                    incident = incident.after(published);
                }
                assertThat(incident.version()).isEqualTo(facts.size());
                assertInvariants(incident);
            }
            assertThat(blank().after(facts)).isEqualTo(incident);
            assertThat(blank().after(throughJson(facts))).isEqualTo(incident);
        }
    }

    private static void assertInvariants(Incident incident) {
        boolean held = List.of(State.ROUTED, State.IN_WORK, State.ON_APPROVAL, State.REWORK, State.APPROVED)
                .contains(incident.state());
        if (held) {
            assertThat(incident.organ()).as(incident.state().name()).isIn("a", "b");
        }
        if (incident.state() == State.ON_APPROVAL) {
            assertThat(incident.draft()).isNotNull();
        }
        if (incident.state() == State.APPROVED || incident.state() == State.DONE) {
            assertThat(incident.reply()).isNotNull();
        }
    }

    private static List<Fact> throughJson(List<Fact> facts) {
        return facts.stream()
                .map(fact -> Json.mapper().writerFor(Fact.class).writeValueAsString(fact))
                .map(json -> Json.mapper().readValue(json, Fact.class))
                .toList();
    }

    private static Command command(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> new Command.Route(List.of("a", "b", "empty", "none").get(random.nextInt(4)));
            case 1 -> new Command.Return(random.nextBoolean() ? "не наше" : "");
            case 2 -> new Command.StartWork();
            case 3, 4 ->
                new Command.SubmitDraft(
                        List.of(ReplyKind.values()).get(random.nextInt(3)),
                        random.nextInt(5) == 0 ? " " : "Ответ " + random.nextInt());
            case 5 -> new Command.Approve();
            case 6 -> new Command.RequestRework(List.of(random.nextBoolean() ? "substance" : "nonsense"), null);
            case 7 -> new Command.RecordPublication(random.nextBoolean() ? "https://vk.com/wall-1_1" : "нет");
            case 8 -> new Command.ScreenOut("угрозы");
            case 9 ->
                random.nextBoolean() ? new Command.Restore("ошибка") : new Command.DecideNoReaction("нет вопроса");
            default -> new Command.CorrectClassification("ЖКХ", "Отопление", null, Importance.ELEVATED);
        };
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

    private static PublicationEvent refused() {
        return new PublicationEvent(
                ID, "altai-krai", ID, Channel.VK, NOW, new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null));
    }

    private static Asking asking(Caller caller) {
        return new Asking(caller, Regulations.shipped().get("altai-krai"), DIRECTORY, NOW, ID, null);
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
