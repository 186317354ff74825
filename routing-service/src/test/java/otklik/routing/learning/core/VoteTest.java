package otklik.routing.learning.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How similar cases speak for an organ. */
class VoteTest {

    @Test
    void vote_isAsLoudAsTheCaseIsSimilar() {
        Learned learned =
                of(went("a", 3), went("b", 1), went("a", 2), went("b", 2)).orElseThrow();

        assertThat(learned.organ()).isEqualTo("a");
        assertThat(learned.confidence()).isEqualTo(5.0 / 8);
        assertThat(learned.similar()).isEqualTo(4);
        assertThat(learned.agreeing()).isEqualTo(2);
        assertThat(Objects.requireNonNull(learned.runnerUp()).organ()).isEqualTo("b");
        assertThat(learned.explanation("Орган А")).isEqualTo("из 4 похожих 2 ушли в «Орган А»");
    }

    @Test
    void organThatGaveSimilarCasesBack_isSpokenAgainst() {
        Neighbour moved = new Neighbour(UUID.randomUUID(), "n", "b", List.of("a"), 2);

        Learned learned = of(went("a", 2), moved, went("b", 1)).orElseThrow();

        assertThat(learned.organ()).isEqualTo("b");
        assertThat(learned.runnerUp()).as("for: 2, against: 2").isNull();
    }

    @Test
    void fewCases_teachNothing() {
        assertThat(of(went("a", 9), went("a", 9))).isEmpty();
        assertThat(of(went("a", 9), went("a", 9), new Neighbour(UUID.randomUUID(), "n", null, List.of("b"), 9)))
                .isEmpty();
    }

    @Test
    void organThatMayNotBeSuggested_isPassedOver() {
        Optional<Learned> learned =
                Vote.of(List.of(went("a", 3), went("a", 3), went("b", 1)), organ -> !organ.equals("a"));

        assertThat(learned.orElseThrow().organ()).isEqualTo("b");
        assertThat(learned.orElseThrow().confidence()).isEqualTo(1.0 / 7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void vote_isAShareAndDoesNotDependOnTheOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Neighbour> all = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(12); i++) {
                all.add(new Neighbour(
                        new UUID(seed, i),
                        "n" + i,
                        random.nextInt(4) == 0 ? null : "o" + random.nextInt(4),
                        random.nextInt(3) == 0 ? List.of("o" + random.nextInt(4)) : List.of(),
                        1 + random.nextInt(20)));
            }
            Optional<Learned> learned = Vote.of(all, organ -> true);
            Collections.shuffle(all, random);
            Optional<Learned> again = Vote.of(all, organ -> true);

            assertThat(again.map(Learned::organ)).isEqualTo(learned.map(Learned::organ));
            assertThat(again.map(Learned::confidence)).isEqualTo(learned.map(Learned::confidence));
            learned.ifPresent(found -> {
                assertThat(found.confidence()).isGreaterThan(0).isLessThanOrEqualTo(1);
                assertThat(found.agreeing()).isLessThanOrEqualTo(found.similar());
                Learned next = found.runnerUp();
                assertThat(next == null || next.confidence() <= found.confidence())
                        .isTrue();
            });
        }
    }

    private static Optional<Learned> of(Neighbour... neighbours) {
        return Vote.of(List.of(neighbours), organ -> true);
    }

    private static Neighbour went(String organ, double likeness) {
        return new Neighbour(UUID.randomUUID(), "n", organ, List.of(), likeness);
    }
}
