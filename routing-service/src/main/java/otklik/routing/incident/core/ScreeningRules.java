package otklik.routing.incident.core;

import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Screening;

/** What is not to be processed, what needs no reaction, and what the classifier got wrong (AK-6, AK-17). */
final class ScreeningRules {

    private ScreeningRules() {}

    static Decision screenOut(Command.ScreenOut command, Asking asking) {
        return command.reason().isEmpty()
                ? noReason(
                        "Напишите, почему сообщение не подлежит обработке.",
                        Step.SCREEN_OUT.clause(asking.regulation()))
                : Decision.accept(new Fact.IncidentScreenedOut(Screening.JUDGED, command.reason()));
    }

    static Decision restore(Command.Restore command, Asking asking) {
        return command.reason().isEmpty()
                ? noReason("Напишите, почему сообщение всё же нужно обработать.", asking.clause(Step.RESTORE))
                : Decision.accept(new Fact.IncidentRestored(command.reason()));
    }

    static Decision noReaction(Command.DecideNoReaction command, Asking asking) {
        return command.reason().isEmpty()
                ? noReason("Напишите, почему реакция не требуется.", asking.clause(Step.DECIDE_NO_REACTION))
                : Decision.accept(new Fact.NoReactionDecided(command.reason()));
    }

    static Decision correct(Command.CorrectClassification command, Asking asking) {
        return command.topicGroup().isEmpty() || command.topic().isEmpty()
                ? Decision.reject(
                        Reason.INCOMPLETE_CLASSIFICATION,
                        "Нужны и группа тем, и тема; место можно не указывать.",
                        asking.clause(Step.CORRECT_CLASSIFICATION))
                : Decision.accept(new Fact.ClassificationCorrected(
                        command.topicGroup(), command.topic(), command.location(), command.importance()));
    }

    private static Decision noReason(String detail, @Nullable String clause) {
        return Decision.reject(Reason.REASON_REQUIRED, detail, clause);
    }
}
