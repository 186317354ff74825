package otklik.routing.incident.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.regulation.Workflow;

/**
 * Word of what is significant goes up to somebody who has no seat here: it is acknowledged and passed on, both written down (LP-22). A
 * report, no step of the work on the answer: it changes no state and no clock, and closing the incident does not end it.
 */
final class PassUpRules {

    private PassUpRules() {}

    /** Whether nothing about the report itself stands against the step; always so for the steps of the work. */
    static boolean allow(Step step, Incident incident) {
        return switch (step) {
            case ACKNOWLEDGE -> isSignificant(incident) && incident.marks().report() == null;
            case PASS_UP ->
                isSignificant(incident) && !isPassedUp(incident.marks().report());
            default -> true;
        };
    }

    /** Why the step of a report is refused; empty for other steps, and where the state alone stands against it. */
    static Optional<Decision> refusal(Step step, Incident incident, Asking asking) {
        if (step != Step.ACKNOWLEDGE && step != Step.PASS_UP) {
            return Optional.empty();
        }
        if (!isSignificant(incident)) {
            return no(
                    Reason.NOT_SIGNIFICANT,
                    "Выше передают сообщения повышенной важности, у этого важность обычная. Если оно важное, куратор исправит важность.",
                    asking.clause(step));
        }
        return allow(step, incident)
                ? Optional.empty()
                : no(
                        Reason.REPORTED_ALREADY,
                        "Это записывают один раз, и оно уже записано: когда — видно в ходе работы.",
                        asking.clause(step));
    }

    static Decision acknowledge(Asking asking) {
        return rule(asking)
                .map(rule -> Decision.accept(new StepFact.SignificanceAcknowledged(rule.clause(), asking.now())))
                .orElseThrow();
    }

    /** Whoever passes it on has got it: where that was not said before, both are written down at once. */
    static Decision passUp(Incident incident, StepCommand.PassUp command, Asking asking) {
        return refusal(command.note(), asking.clause(Step.PASS_UP)).orElseGet(() -> {
            Workflow.PassUp rule = rule(asking).orElseThrow();
            StepFact passed = new StepFact.PassedUp(rule.clause(), rule.to(), command.note(), asking.now());
            return incident.marks().report() == null
                    ? Decision.accept(new StepFact.SignificanceAcknowledged(rule.clause(), asking.now()), passed)
                    : Decision.accept(passed);
        });
    }

    private static Optional<Decision> refusal(String note, @Nullable String clause) {
        return note.isBlank()
                ? no(Reason.TEXT_REQUIRED, "Напишите, как передали: устно, запиской № …", clause)
                : Optional.empty();
    }

    private static Optional<Workflow.PassUp> rule(Asking asking) {
        return Optional.ofNullable(asking.regulation().workflow().passUp());
    }

    private static boolean isSignificant(Incident incident) {
        return incident.classification().importance() == Importance.ELEVATED;
    }

    private static boolean isPassedUp(Marks.@Nullable Report report) {
        return report != null && report.passedUpAt() != null;
    }

    private static Optional<Decision> no(Reason reason, String detail, @Nullable String clause) {
        return Optional.of(Decision.reject(reason, detail, clause));
    }
}
