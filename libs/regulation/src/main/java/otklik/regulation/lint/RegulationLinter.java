package otklik.regulation.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import otklik.regulation.Regulation;

/** Reads a regulation for what cannot hold. A function of the profile and its calendar; says nothing of cases. */
public final class RegulationLinter {

    private RegulationLinter() {}

    /** Findings about one regulation, the gravest kinds first. */
    public static List<Finding> lint(Regulation regulation) {
        return Stream.of(
                        BudgetRules.findings(regulation),
                        WindowRules.findings(regulation),
                        ReferenceRules.findings(regulation),
                        StepRules.findings(regulation),
                        OwnerRules.findings(regulation))
                .flatMap(List::stream)
                .toList();
    }

    /** Findings about one beside others: a term of it that means something else there. */
    public static List<Finding> compare(Regulation regulation, List<Regulation> others) {
        return others.stream()
                .filter(other -> !other.id().equals(regulation.id()))
                .flatMap(other -> MeaningRules.finding(regulation, other).stream())
                .toList();
    }

    /** Findings about several side by side: one term, different meanings. */
    public static List<Finding> compare(List<Regulation> regulations) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < regulations.size(); i++) {
            for (Regulation other : regulations.subList(i + 1, regulations.size())) {
                MeaningRules.finding(regulations.get(i), other).ifPresent(findings::add);
            }
        }
        return findings;
    }
}
