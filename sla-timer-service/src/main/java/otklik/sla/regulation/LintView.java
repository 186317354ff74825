package otklik.sla.regulation;

import java.util.List;
import otklik.regulation.Regulation;
import otklik.regulation.lint.Finding;

/** What cannot hold in a regulation, as the API and the command line tell it. Empty findings mean that nothing was found. */
public record LintView(String regulation, int revision, List<FindingView> findings) {

    /**
     * @param kind e.g. {@code infeasible-budget}
     * @param clauses those it is about
     * @param sentence Russian, with the arithmetic where there is any
     */
    public record FindingView(String kind, List<String> clauses, String sentence) {}

    public static LintView of(Regulation regulation, List<Finding> findings) {
        return new LintView(
                regulation.id(),
                regulation.revision(),
                findings.stream()
                        .map(finding -> new FindingView(finding.kind().code(), finding.clauses(), finding.sentence()))
                        .toList());
    }
}
