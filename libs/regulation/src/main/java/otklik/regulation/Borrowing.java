package otklik.regulation;

import java.util.List;

/**
 * A rule that takes its term from other clauses instead of setting one (VP-15, VP-19).
 *
 * @param what Russian: what the rule is about
 * @param stage the stage that needs the term
 * @param termsOf the clauses it points at
 */
public record Borrowing(String clause, String what, String stage, List<String> termsOf) {

    public Borrowing {
        termsOf = List.copyOf(termsOf);
    }
}
