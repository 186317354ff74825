package otklik.regulation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The terms of a profile by what one asks them for: asked several times for every fact of every incident. Thread-safe. */
final class TermTable {

    private record Question(Trigger trigger, Importance importance, Set<Circumstance> circumstances) {}

    private final List<Term> terms;
    private final Map<Importance, Map<String, Term>> byStage = new EnumMap<>(Importance.class);
    private final Map<Question, List<Term>> answers = new ConcurrentHashMap<>();

    TermTable(List<Term> terms) {
        this.terms = terms;
        for (Importance importance : Importance.values()) {
            Map<String, Term> holding = new HashMap<>();
            terms.stream()
                    .filter(term -> term.holdsFor(importance))
                    .forEach(term -> holding.putIfAbsent(term.stage(), term));
            byStage.put(importance, holding);
        }
    }

    @Nullable
    Term term(String stage, Importance importance) {
        return Objects.requireNonNull(byStage.get(importance)).get(stage);
    }

    List<Term> startedBy(Trigger trigger, Importance importance, Set<Circumstance> circumstances) {
        Question question = new Question(trigger, importance, circumstances);
        List<Term> known = answers.get(question);
        return known != null
                ? known
                : answers.computeIfAbsent(
                        new Question(trigger, importance, Set.copyOf(circumstances)), this::startedBy);
    }

    private List<Term> startedBy(Question question) {
        List<Term> fitting = terms.stream()
                .filter(term -> term.holdsFor(question.importance) && term.appliesUnder(question.circumstances))
                .toList();
        Set<String> replaced =
                fitting.stream().map(Term::insteadOf).filter(Objects::nonNull).collect(Collectors.toSet());
        return fitting.stream()
                .filter(term -> term.from() == question.trigger && !replaced.contains(term.stage()))
                .toList();
    }
}
