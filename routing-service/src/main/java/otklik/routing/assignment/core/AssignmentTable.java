package otklik.routing.assignment.core;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Classification;

/**
 * The rules of one jurisdiction in their order; the first that fits decides.
 *
 * @param automaticFrom confidence of the topic group (0…1) from which the system assigns by itself, above 1 never; null: as the
 *     installation says
 * @param learnedAutomaticFrom confidence of what was learned (0…1) from which the system assigns by itself where no rule did; null: never
 */
public record AssignmentTable(
        String jurisdiction,
        @Nullable Double automaticFrom,
        @Nullable Double learnedAutomaticFrom,
        List<AssignmentRule> rules) {

    public AssignmentTable {
        rules = List.copyOf(rules);
    }

    /** Where the jurisdiction sets none, that of the installation. */
    public double automaticFrom(double otherwise) {
        return automaticFrom == null ? otherwise : automaticFrom;
    }

    public Optional<Suggestion> suggest(Classification classification) {
        List<AssignmentRule> fitting =
                rules.stream().filter(rule -> rule.fits(classification)).toList();
        return fitting.stream().findFirst().map(first -> {
            Suggestion next = fitting.stream()
                    .filter(rule -> !rule.organs().equals(first.organs()))
                    .findFirst()
                    .map(rule -> suggestion(rule, classification, null))
                    .orElse(null);
            return suggestion(first, classification, next);
        });
    }

    private static Suggestion suggestion(
            AssignmentRule rule, Classification classification, @Nullable Suggestion next) {
        return new Suggestion(rule.organ(), rule.with(), rule.id(), explain(rule, classification), next);
    }

    private static String explain(AssignmentRule rule, Classification classification) {
        StringBuilder why =
                new StringBuilder("правило «" + rule.id() + "»: группа тем «" + classification.topicGroup() + "»");
        if (!rule.topics().isEmpty()) {
            why.append(", тема «").append(classification.topic()).append('»');
        }
        if (!rule.locations().isEmpty()) {
            why.append(", место «").append(classification.location()).append('»');
        }
        if (!rule.screening().isEmpty()) {
            why.append(", возвращено из отсеянных");
        }
        return why.toString();
    }
}
