package otklik.routing.incident.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.Workflow;

/**
 * The answer is wanted sooner than the regulation wants it (LP-6). It gives no figure, so whoever decides names the end, never later than the
 * regulation's own. The end itself the sla-timer keeps, and of the two the earlier.
 */
final class ShorteningRules {

    private ShorteningRules() {}

    static Decision shorten(Incident incident, StepCommand.ShortenTerm command, Asking asking) {
        String clause = asking.clause(Step.SHORTEN_TERM);
        Instant dueAt = command.dueAt();
        if (command.reason().isEmpty()) {
            return Decision.reject(Reason.REASON_REQUIRED, "Напишите, почему ответ нужен раньше.", clause);
        }
        if (dueAt == null || !dueAt.isAfter(asking.now())) {
            return Decision.reject(
                    Reason.TERM_REQUIRED, "Назначьте, когда нужен проект: дату и время в будущем.", clause);
        }
        return refusal(incident, dueAt, asking, clause)
                .orElseGet(() -> Decision.accept(new StepFact.TermShortened(dueAt, command.reason())));
    }

    private static Optional<Decision> refusal(
            Incident incident, Instant dueAt, Asking asking, @Nullable String clause) {
        Marks.Shortened named = incident.marks().shortened();
        if (named != null && named.dueAt().equals(dueAt)) {
            return no(Reason.NOTHING_CHANGED, "Этот срок уже назначен.", clause);
        }
        List<KnownTerm> known = shortenable(asking).toList();
        boolean isRunning = known.stream().anyMatch(KnownTerm::isRunning);
        boolean isInTurn = isInTurn(incident);
        if (!isRunning && !isInTurn && !known.isEmpty() && isAtWork(incident.state())) {
            return no(
                    Reason.NOTHING_TO_SHORTEN,
                    "Проект по этому сообщению уже был, его срок сейчас не идёт. Если сообщение только что направили, повторите через минуту.",
                    clause);
        }
        Instant own = isRunning ? ends(known, incident, asking) : endIfSentNow(incident, asking);
        if (isInTurn) {
            own = endOfTheLast(isRunning ? own : null, incident, asking);
        }
        return dueAt.isBefore(own)
                ? Optional.empty()
                : no(
                        Reason.NOT_SHORTER,
                        "%s проект нужен до %s. Назначьте время раньше."
                                .formatted(
                                        isRunning || isInTurn
                                                ? "По регламенту"
                                                : "Если направить сейчас, по регламенту",
                                        Russian.dateAndTime(
                                                own, asking.regulation().zone())),
                        clause);
    }

    /** Whether what may be shortened is still to come, or may run. */
    static boolean isInTime(Incident incident) {
        return switch (incident.state()) {
            case NEW, RETURNED, ROUTED, IN_WORK -> true;
            default -> incident.isAwaitingParts();
        };
    }

    private static boolean isAtWork(State state) {
        return state == State.ROUTED || state == State.IN_WORK;
    }

    private static Stream<KnownTerm> shortenable(Asking asking) {
        List<String> stages = stages(asking.regulation());
        return asking.terms().stream().filter(term -> stages.contains(term.stage()));
    }

    /** The last of the regulation's own ends: what is not before it shortens nothing. */
    private static Instant ends(List<KnownTerm> known, Incident incident, Asking asking) {
        return known.stream()
                .filter(KnownTerm::isRunning)
                .map(term -> end(term.stage(), term.startedAt(), incident, asking))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant endIfSentNow(Incident incident, Asking asking) {
        return longest(stages(asking.regulation()), asking.now(), incident, asking);
    }

    private static Instant longest(List<String> stages, Instant from, Incident incident, Asking asking) {
        return stages.stream()
                .map(stage -> end(stage, from, incident, asking))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether others are still to be asked after whoever works at it now (LP-13). */
    private static boolean isInTurn(Incident incident) {
        Cooperation several = incident.cooperation();
        return several != null && !several.isParallel() && !several.isComplete();
    }

    /**
     * The draft of the last one, were each to need the whole of its term from when it is asked.
     *
     * @param running end of the term of whoever works at it now; null while it is not heard of
     */
    private static Instant endOfTheLast(@Nullable Instant running, Incident incident, Asking asking) {
        List<String> ofAPart = ofAPart(asking.regulation());
        long waiting =
                PartRules.several(incident).in(Cooperation.Status.WAITING).count();
        long turns = waiting + (running == null ? 2 : 1);
        Instant end = running == null || running.isBefore(asking.now()) ? asking.now() : running;
        for (long turn = 0; turn < turns; turn++) {
            end = longest(ofAPart, end, incident, asking);
        }
        return end;
    }

    /** What one in turn has for its part: a term of its own (LP-13), or that of any draft. */
    private static List<String> ofAPart(Regulation regulation) {
        List<String> own = regulation.terms().stream()
                .filter(term -> term.from() == Trigger.CONTRIBUTION_REQUESTED)
                .map(Term::stage)
                .filter(stages(regulation)::contains)
                .toList();
        return own.isEmpty() ? stages(regulation) : own;
    }

    private static Instant end(String stage, Instant startedAt, Incident incident, Asking asking) {
        Importance importance =
                Importance.valueOf(incident.classification().importance().name());
        Regulation regulation = asking.regulation();
        return regulation.dueAt(regulation.findTerm(stage, importance).orElseThrow(), importance, startedAt);
    }

    private static List<String> stages(Regulation regulation) {
        Workflow.Shortening rule = regulation.workflow().shortening();
        return rule == null ? List.of() : rule.stages();
    }

    private static Optional<Decision> no(Reason reason, String detail, @Nullable String clause) {
        return Optional.of(Decision.reject(reason, detail, clause));
    }
}
