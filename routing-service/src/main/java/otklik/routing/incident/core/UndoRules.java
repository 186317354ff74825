package otklik.routing.incident.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import otklik.contracts.access.Caller;

/**
 * Who may take back what, and until when (ADR 7): the person who took the last step, within {@link #WITHIN} of it, if nobody and nothing
 * has changed the incident since and nothing of it has left the house.
 */
public final class UndoRules {

    /** How long a step may be taken back; the last instant is included. */
    public static final Duration WITHIN = Duration.ofSeconds(30);

    private UndoRules() {}

    static Decision undo(Asking asking) {
        LastStep last = asking.last();
        return last == null
                ? Decision.reject(Reason.NOTHING_TO_UNDO, "С этим сообщением ещё ничего не делали.", null)
                : refusal(last, asking)
                        .orElseGet(() -> Decision.accept(new StepUndone(
                                last.before().version(), last.what(), StepUndone.Earlier.of(last.before()))));
    }

    /** Until when the caller may take the step back; empty if not at all, or not any more. */
    public static Optional<Instant> until(LastStep last, Asking asking) {
        return refusal(last, asking).isEmpty() ? Optional.of(last.at().plus(WITHIN)) : Optional.empty();
    }

    private static Optional<Decision> refusal(LastStep last, Asking asking) {
        if (last.facts().getFirst() instanceof StepUndone) {
            return no(
                    Reason.NOTHING_TO_UNDO,
                    "Последний шаг уже отменён. Если отмена была ошибкой, сделайте его ещё раз.");
        }
        if (!isBy(last, asking.caller())) {
            return no(
                    Reason.NOT_YOURS,
                    "Последний шаг — «%s» — сделали не вы. Отменить его может только тот, кто его сделал."
                            .formatted(last.what()));
        }
        if (last.facts().stream().anyMatch(UndoRules::hasLeftTheHouse)) {
            return no(Reason.IRREVOCABLE, "«%s»: это уже ушло наружу, отменить нельзя.".formatted(last.what()));
        }
        return asking.now().isAfter(last.at().plus(WITHIN))
                ? no(
                        Reason.UNDO_TOO_LATE,
                        "Отменить шаг можно в течение %d секунд. Исправьте обычным порядком."
                                .formatted(WITHIN.toSeconds()))
                : Optional.empty();
    }

    private static boolean isBy(LastStep last, Caller caller) {
        return last.by().id().equals(caller.id());
    }

    /** What the publisher may have in hand already, and what stands in the network. */
    private static boolean hasLeftTheHouse(Fact fact) {
        return switch (fact) {
            case Fact.ReplyApproved approved -> approved.automatic();
            case Fact.ReplyPublished ignored -> true;
            case StepFact.InterimGiven given -> given.automatic();
            case StepFact.InterimPublished ignored -> true;
            case Fact other -> false;
        };
    }

    private static Optional<Decision> no(Reason reason, String detail) {
        return Optional.of(Decision.reject(reason, detail, null));
    }
}
