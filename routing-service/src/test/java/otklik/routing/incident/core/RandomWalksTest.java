package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;

/** Random commands by random people under each of the five regulations, while time goes by: nothing ever leaves the rules. */
class RandomWalksTest {

    private static final int STEPS = 60;

    /** Those of the repository, or the one of {@code -Dotklik.seed=}. */
    static Stream<Arguments> walks() {
        Long seed = Long.getLong("otklik.seed");
        List<Long> seeds = seed == null ? List.of(1L, 2L, 3L) : List.of(seed);
        return Regulations.shipped().ids().stream().flatMap(id -> seeds.stream().map(each -> Arguments.of(id, each)));
    }

    /**
     * Only states that the regulation knows, by hands that it names; no fact lost, the same again from the JSON of the facts alone; what is
     * refused changes nothing. So that this says something, every step that the regulation has is taken at least once.
     */
    @ParameterizedTest
    @MethodSource("walks")
    void randomCommands_neverLeaveTheRules(String id, long seed) {
        Random random = new Random(seed);
        Regulation regulation = Regulations.shipped().get(id);
        WhatMayBe maximum = new WhatMayBe(regulation);
        RandomLife.Seen seen = new RandomLife.Seen();
        List<Incident> others = new ArrayList<>();
        // A new step makes other walks of the same seeds: it goes on until every step was taken, every state reached
        // and every refusal heard.
        for (int life = 0; life < 40 || (life < 1_500 && !seen.isAllOf(maximum)); life++) {
            RandomLife next = new RandomLife(random, regulation, others, seen);
            if (next.isAtHome()) {
                next.goOn(STEPS);
            }
            others.add(next.incident());
        }
        assertThat(seen.steps).containsExactlyInAnyOrderElementsOf(maximum.steps());
        assertThat(seen.states).containsExactlyInAnyOrderElementsOf(maximum.states());
        assertThat(seen.refusals).containsAll(RandomLife.Seen.REFUSALS);
        assertThat(seen.refusals.contains(Reason.OUTSIDE_SUBMISSION_HOURS))
                .isEqualTo(regulation.profile().submission() != null);
        assertThat(seen.byStandIns).isGreaterThan(20);
        assertThat(seen.laterQuestions).isPositive();
        assertThat(seen.letPass > 0).isEqualTo(maximum.refusesReplies());
        assertThat(seen.refusals.contains(Reason.BINDING_CHECK)).isEqualTo(maximum.refusesReplies());
        assertThat(seen.interims > 0).isEqualTo(regulation.profile().interim() != null);
    }
}
