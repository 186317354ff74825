package otklik.routing.replycheck.core;

import java.util.List;
import java.util.Optional;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.ReplyRules;
import otklik.routing.incident.core.BindingFinding;
import otklik.routing.incident.core.ReplyLook;

/**
 * Of what {@link ReplyChecks} finds, that for which a regulation refuses a reply. It is the same function that tells so beforehand, so nobody is
 * surprised. Without dictionaries, files and locks.
 */
public final class BindingChecks implements ReplyLook {

    @Override
    public List<BindingFinding> findings(String text, ReplyKind kind, ReplyRules rules) {
        return rules.checks().stream().allMatch(line -> line.refusedAt() == null)
                ? List.of()
                : ReplyChecks.byForm(new Draft(text, null, null, List.of(), null, kind), rules).stream()
                        .flatMap(finding -> binding(finding, kind, rules).stream())
                        .toList();
    }

    /** The finding as what a reply of that kind is refused for; empty if it is advice. */
    public static Optional<BindingFinding> binding(Finding finding, ReplyKind kind, ReplyRules rules) {
        return finding.check()
                .askedBy(rules, kind)
                .filter(line -> finding.check().canRefuse())
                .flatMap(line -> Optional.ofNullable(line.refusedAt())
                        .map(gate -> new BindingFinding(
                                finding.check().wire(),
                                line.clause(),
                                gate,
                                finding.message(),
                                span(finding),
                                finding.suggestion())));
    }

    private static BindingFinding.Span span(Finding finding) {
        return new BindingFinding.Span(finding.place().from(), finding.place().to());
    }
}
