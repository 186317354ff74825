package otklik.regulation.lint;

import java.util.List;
import java.util.Optional;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.lint.Finding.Kind;

/** One and the same amount that runs to different things in two regulations. */
final class MeaningRules {

    private MeaningRules() {}

    static Optional<Finding> finding(Regulation left, Regulation right) {
        Optional<Term> first = left.findTerm("final", Importance.NORMAL);
        Optional<Term> second = right.findTerm("final", Importance.NORMAL);
        if (first.isEmpty() || second.isEmpty() || !sameAmountOtherEnd(first.get(), second.get())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Kind.DIFFERENT_MEANING,
                List.of(first.get().clause(), second.get().clause()),
                Russian.amount(first.get().clock(), first.get().amount()) + " значат разное: " + told(left, first.get())
                        + ", " + told(right, second.get())));
    }

    private static boolean sameAmountOtherEnd(Term first, Term second) {
        return first.clock() == second.clock()
                && first.amount().equals(second.amount())
                && toAnswer(first) != toAnswer(second);
    }

    private static boolean toAnswer(Term term) {
        return term.metBy().contains(Trigger.PUBLISHED);
    }

    private static String told(Regulation regulation, Term term) {
        return regulation.name() + " — до " + (toAnswer(term) ? "ответа" : "проекта") + " ("
                + Russian.clause(term.clause()) + ")";
    }
}
