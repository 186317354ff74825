package otklik.regulation.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.lint.Finding.Kind;

/** Whether the steps fit into the term they serve, and how often a draft can come back. */
final class BudgetRules {

    private static final int COMFORTABLE = 3;

    private BudgetRules() {}

    static List<Finding> findings(Regulation regulation) {
        List<Finding> findings = new ArrayList<>();
        for (Importance importance : importances(regulation)) {
            for (Set<Circumstance> circumstances : circumstances(regulation)) {
                Chain.of(regulation, importance, circumstances)
                        .flatMap(chain -> finding(chain, Words.when(importance, circumstances)))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(Chain chain, String when) {
        if (chain.spare().isNegative()) {
            return Optional.of(infeasible(chain, when));
        }
        return chain.rounds().filter(rounds -> rounds < COMFORTABLE).map(rounds -> few(chain, when, rounds));
    }

    private static Finding infeasible(Chain chain, String when) {
        return new Finding(
                Kind.INFEASIBLE_BUDGET,
                clauses(chain),
                "Сроки шагов " + when + " не помещаются в общий: " + sum(chain) + " больше, чем " + limit(chain));
    }

    private static Finding few(Chain chain, String when, long rounds) {
        String room = rounds == 0
                ? "не остаётся места ни для одной доработки"
                : "остаётся место ровно для " + (rounds == 1 ? "одной доработки" : "двух доработок");
        return new Finding(
                Kind.FEW_REWORKS,
                clauses(chain),
                "Если шаги занимают весь свой срок, " + when + " " + room + ": " + limit(chain) + " − (" + sum(chain)
                        + ") = " + Words.hours(chain.spare()) + ", а доработка с проверкой занимает "
                        + Words.hours(chain.round().orElseThrow()));
    }

    private static String sum(Chain chain) {
        String parts = chain.links().stream()
                .map(link -> Words.hours(link.length()) + " ("
                        + Russian.clause(link.term().clause()) + ")")
                .collect(Collectors.joining(" + "));
        return parts + " = " + Words.hours(chain.spent());
    }

    private static String limit(Chain chain) {
        return Words.hours(chain.whole().amount()) + " ("
                + Russian.clause(chain.whole().clause()) + ")";
    }

    private static List<String> clauses(Chain chain) {
        return Stream.concat(
                        Stream.of(chain.whole().clause()),
                        chain.links().stream().map(link -> link.term().clause()))
                .distinct()
                .toList();
    }

    private static Set<Importance> importances(Regulation regulation) {
        boolean elevated = regulation.terms().stream().anyMatch(term -> term.importance() == Importance.ELEVATED);
        return elevated ? EnumSet.allOf(Importance.class) : EnumSet.of(Importance.NORMAL);
    }

    /** None, and each one that some term asks for. */
    private static List<Set<Circumstance>> circumstances(Regulation regulation) {
        List<Set<Circumstance>> sets = new ArrayList<>(List.of(Set.of()));
        regulation.terms().stream()
                .map(Term::circumstance)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(circumstance -> sets.add(Set.of(circumstance)));
        return sets;
    }
}
