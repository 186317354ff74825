package otklik.routing.learning.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The vote of similar cases: each speaks for the organ where it went and against those that gave it back, as loud as it is similar. */
public final class Vote {

    /** From fewer cases nothing is learned. */
    static final int FEWEST = 3;

    private static final int SHOWN = 5;

    private Vote() {}

    /**
     * @param neighbours the most similar first
     * @param eligible organs that may be suggested: they are there, they have their people (AK-5), they have not refused this very incident
     */
    public static Optional<Learned> of(List<Neighbour> neighbours, Predicate<String> eligible) {
        List<Neighbour> settled = neighbours.stream()
                .filter(neighbour -> neighbour.organ() != null)
                .toList();
        if (settled.size() < FEWEST) {
            return Optional.empty();
        }
        double whole = settled.stream().mapToDouble(Neighbour::likeness).sum();
        List<Learned> ranked = new ArrayList<>();
        tally(neighbours).forEach((organ, votes) -> {
            if (votes > 0 && eligible.test(organ)) {
                ranked.add(learned(organ, votes / whole, settled.size(), neighbours));
            }
        });
        ranked.sort(Comparator.comparingDouble(Learned::confidence).reversed().thenComparing(Learned::organ));
        return ranked.stream().findFirst().map(first -> withRunnerUp(first, ranked.size() > 1 ? ranked.get(1) : null));
    }

    private static Map<String, Double> tally(List<Neighbour> neighbours) {
        Map<String, Double> votes = new LinkedHashMap<>();
        for (Neighbour neighbour : neighbours) {
            if (neighbour.organ() != null) {
                votes.merge(neighbour.organ(), neighbour.likeness(), Double::sum);
            }
            neighbour.refused().forEach(organ -> votes.merge(organ, -neighbour.likeness(), Double::sum));
        }
        return votes;
    }

    private static Learned learned(String organ, double confidence, int similar, List<Neighbour> neighbours) {
        List<Neighbour> agreeing = neighbours.stream()
                .filter(neighbour -> Objects.equals(neighbour.organ(), organ))
                .toList();
        int refused = (int) neighbours.stream()
                .filter(neighbour -> neighbour.refused().contains(organ))
                .count();
        List<Learned.Reference> shown = agreeing.stream()
                .limit(SHOWN)
                .map(neighbour -> new Learned.Reference(neighbour.id(), neighbour.number()))
                .toList();
        return new Learned(organ, confidence, similar, agreeing.size(), refused, shown, null);
    }

    private static Learned withRunnerUp(Learned first, @Nullable Learned next) {
        return new Learned(
                first.organ(),
                first.confidence(),
                first.similar(),
                first.agreeing(),
                first.refused(),
                first.cases(),
                next);
    }
}
