package otklik.routing.absence.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Official;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.testkit.Clause;

/** Who stands in for whom, with which rights. */
class AbsenceRulesTest {

    private static final String TOWN = "town";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 5);
    private static final Directory DIRECTORY = new Directory(
            List.of(new Organ(
                    "town.roads",
                    TOWN,
                    "Дороги",
                    null,
                    null,
                    List.of(
                            new Person("head", "Р", Role.RESPONSIBLE, null),
                            new Person("clerk", "И", Role.EXECUTOR, null)))),
            Stream.of(
                            Role.CURATOR,
                            Role.CONTROLLER,
                            Role.SUPERVISOR,
                            Role.LEADERSHIP,
                            Role.CHIEF,
                            Role.OBSERVER,
                            Role.ADMIN)
                    .map(role -> new Official(role.wire(), TOWN, role.wire(), role, null, null))
                    .toList());

    @Test
    @Clause({"VP-6", "LP-5"})
    void whoeverStandsInForAnOfficial_hasTheirGrantAndNoMore() {
        Caller clerk = caller("clerk", "executor@town/town.roads");

        Caller meanwhile = AbsenceRules.withSubstituted(clerk, List.of(absence("curator", "clerk")), DIRECTORY);

        assertThat(meanwhile.grants())
                .containsExactly(
                        Grant.parse("executor@town/town.roads"),
                        new Grant(Role.CURATOR, TOWN, null).actingFor("curator"));
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void everybodyWithSomethingToDo_mayBeStoodInFor_nobodyElse() {
        for (String official : List.of("curator", "controller", "supervisor", "leadership", "chief")) {
            assertThat(refusal(official, "clerk")).as(official).isNull();
            assertThat(refusal("clerk", official)).as(official).isNull();
        }
        assertThat(refusal("observer", "clerk")).isEqualTo(AbsenceRules.Refusal.UNKNOWN_PERSON);
        assertThat(refusal("admin", "clerk")).isEqualTo(AbsenceRules.Refusal.UNKNOWN_PERSON);
        assertThat(refusal("curator", "nobody")).isEqualTo(AbsenceRules.Refusal.UNKNOWN_SUBSTITUTE);
    }

    @Test
    void nobodyFromBelow_choosesWhoStandsInForAnOfficial() {
        assertThat(noting(caller("head", "responsible@town/town.roads"))).containsExactly("head", "clerk");
        assertThat(noting(caller("x", "controller@town"))).containsExactly("head", "clerk", "controller");
        assertThat(noting(caller("x", "curator@town"))).containsExactly("head", "clerk", "curator", "controller");
        assertThat(noting(caller("x", "supervisor@town"))).containsExactly("supervisor");
        assertThat(noting(caller("leadership", "leadership@town"))).containsExactly("leadership");
        assertThat(noting(caller("x", "admin@*"))).hasSize(6);
        assertThat(noting(caller("x", "curator@elsewhere"))).isEmpty();
    }

    private static List<String> noting(Caller caller) {
        return Stream.of("head", "clerk", "curator", "controller", "supervisor", "leadership")
                .filter(person -> AbsenceRules.mayNote(caller, person, TOWN, DIRECTORY))
                .toList();
    }

    private static AbsenceRules.@Nullable Refusal refusal(String person, String substitute) {
        return AbsenceRules.refusal(absence(person, substitute), List.of(), DIRECTORY, false)
                .orElse(null);
    }

    private static Absence absence(String person, String substitute) {
        return new Absence(
                new UUID(1, 1),
                TOWN,
                person,
                substitute,
                DAY,
                DAY,
                Absence.Why.VACATION,
                Instant.EPOCH,
                Instant.MAX,
                person);
    }

    private static Caller caller(String id, String grant) {
        return new Caller(id, id, List.of(Grant.parse(grant)));
    }
}
