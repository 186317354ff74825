package otklik.routing.assignment.core;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Classification;

/** The rules of one jurisdiction in their order; the first that fits decides. */
public record AssignmentTable(String jurisdiction, List<AssignmentRule> rules) {

    public AssignmentTable {
        rules = List.copyOf(rules);
    }

    public Optional<Suggestion> suggest(Classification classification) {
        List<AssignmentRule> fitting =
                rules.stream().filter(rule -> rule.fits(classification)).toList();
        return fitting.stream().findFirst().map(first -> {
            Suggestion next = fitting.stream()
                    .filter(rule -> !rule.organ().equals(first.organ()))
                    .findFirst()
                    .map(rule -> suggestion(rule, classification, null))
                    .orElse(null);
            return suggestion(first, classification, next);
        });
    }

    private static Suggestion suggestion(
            AssignmentRule rule, Classification classification, @Nullable Suggestion next) {
        return new Suggestion(rule.organ(), rule.id(), explain(rule, classification), next);
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
        return why.toString();
    }
}
