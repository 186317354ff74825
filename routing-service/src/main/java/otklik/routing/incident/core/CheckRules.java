package otklik.routing.incident.core;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.ReplyRules;

/**
 * What the program finds in a reply against the letter of the regulation, where the profile makes that binding ({@code refused-at}). A program
 * may be mistaken, so nobody is left without a way on: what refuses an author is only counted, and the rest whoever approves may let pass with
 * a reason, which stays in the trail.
 */
final class CheckRules {

    private CheckRules() {}

    /** The refusal of a draft that is handed in, if it is to be refused already then (VP-12). */
    static Optional<Decision> atDraft(ReplyKind kind, String text, Asking asking) {
        List<BindingFinding> found = found(kind, text, asking).stream()
                .filter(finding -> finding.gate() == ReplyRules.Gate.DRAFT)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(refused(found, "Исправьте текст и отправьте снова."));
    }

    /** What stands against letting that draft out. */
    static List<BindingFinding> found(Incident.Draft draft, Asking asking) {
        return found(draft.kind(), draft.text(), asking);
    }

    private static List<BindingFinding> found(ReplyKind kind, String text, Asking asking) {
        return asking.look().findings(text, kind, asking.regulation().profile().reply());
    }

    /** The refusal of an approval, unless everything found is let pass for a reason. */
    static Optional<Decision> atApproval(Incident.Draft draft, List<Command.Excuse> excuses, Asking asking) {
        Map<String, String> reasons = reasons(excuses);
        List<BindingFinding> open = new ArrayList<>();
        for (BindingFinding finding : found(draft, asking)) {
            String reason = reasons.get(finding.check());
            if (reason == null) {
                open.add(finding);
            } else if (reason.isEmpty()) {
                return Optional.of(Decision.reject(
                        Reason.REASON_REQUIRED,
                        "Напишите, почему здесь программа ошиблась: «%s»".formatted(finding.message()),
                        finding.clause()));
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        refused(
                                open,
                                "Верните на доработку, чтобы исправить. Если программа ошиблась, пропустите замечание и напишите почему."));
    }

    /** What of it is let pass, one for each check; null if nothing is. */
    static @Nullable List<LetPass> letPass(Incident.Draft draft, List<Command.Excuse> excuses, Asking asking) {
        Map<String, String> reasons = reasons(excuses);
        Map<String, List<BindingFinding>> found = new LinkedHashMap<>();
        found(draft, asking)
                .forEach(finding -> found.computeIfAbsent(finding.check(), check -> new ArrayList<>())
                        .add(finding));
        List<LetPass> passed = found.entrySet().stream()
                .map(each -> new LetPass(
                        each.getKey(),
                        each.getValue().getFirst().clause(),
                        each.getValue().stream().map(BindingFinding::message).toList(),
                        reasons.getOrDefault(each.getKey(), "")))
                .toList();
        return passed.isEmpty() ? null : passed;
    }

    private static Map<String, String> reasons(List<Command.Excuse> excuses) {
        Map<String, String> reasons = new LinkedHashMap<>();
        excuses.forEach(excuse -> reasons.putIfAbsent(excuse.check(), excuse.reason()));
        return reasons;
    }

    private static Decision refused(List<BindingFinding> found, String whatToDo) {
        return new Decision.Rejected(
                Reason.BINDING_CHECK,
                found.stream().map(BindingFinding::sentence).distinct().collect(joining(" ")) + " " + whatToDo,
                found.getFirst().clause(),
                found);
    }
}
