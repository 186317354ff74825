package otklik.regulation.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import otklik.regulation.Borrowing;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.lint.Finding.Kind;

/** Whether the clauses a rule borrows its term from set such a term. */
final class ReferenceRules {

    private ReferenceRules() {}

    static List<Finding> findings(Regulation regulation) {
        List<Finding> findings = new ArrayList<>();
        for (Borrowing borrowing : regulation.profile().borrowings()) {
            boolean found = borrowing.termsOf().stream()
                    .flatMap(clause -> term(regulation, clause).stream())
                    .anyMatch(term -> term.stage().equals(borrowing.stage()));
            boolean dangling = borrowing.termsOf().stream()
                    .anyMatch(clause -> term(regulation, clause).isEmpty());
            if (!found || dangling) {
                findings.add(finding(regulation, borrowing));
            }
        }
        return findings;
    }

    private static Finding finding(Regulation regulation, Borrowing borrowing) {
        String targets = borrowing.termsOf().stream()
                .map(clause -> Russian.clause(clause) + " "
                        + term(regulation, clause)
                                .map(term -> "даёт срок на другое («" + term.title() + "»)")
                                .orElse("срока не даёт"))
                .collect(Collectors.joining(", "));
        List<String> clauses = new ArrayList<>(List.of(borrowing.clause()));
        clauses.addAll(borrowing.termsOf());
        return new Finding(
                Kind.EMPTY_REFERENCE,
                clauses,
                Russian.clause(borrowing.clause()) + " («" + borrowing.what()
                        + "») отсылает за сроком туда, где его нет: " + targets);
    }

    private static Optional<Term> term(Regulation regulation, String clause) {
        return regulation.terms().stream()
                .filter(term -> term.clause().equals(clause))
                .findFirst();
    }
}
