package otklik.routing.incident.core;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Screening;
import otklik.regulation.ScreeningClass;

/** What is not to be processed, what needs no reaction, and what the classifier got wrong (AK-6, AK-17). */
final class ScreeningRules {

    private ScreeningRules() {}

    static Decision screenOut(Command.ScreenOut command, Asking asking) {
        List<ScreeningClass> grounds = asking.regulation().profile().screening();
        return grounds.isEmpty()
                ? inWords(command, asking)
                : grounds.stream()
                        .filter(each -> each.id().equals(command.ground()))
                        .findFirst()
                        .map(ground -> Decision.accept(new Fact.IncidentScreenedOut(
                                Screening.JUDGED,
                                command.comment(),
                                new Fact.Ground(ground.id(), ground.title(), ground.clause()))))
                        .orElseGet(() -> noSuchGround(command, grounds, asking));
    }

    /** All that regulations name is named to the last: whatever is none of it is to be processed, or needs no reaction. */
    private static Decision noSuchGround(Command.ScreenOut command, List<ScreeningClass> grounds, Asking asking) {
        String named = grounds.stream()
                .map(each -> "«%s» (%s)".formatted(each.title(), each.id()))
                .collect(Collectors.joining(", "));
        return Decision.reject(
                command.ground().isEmpty() ? Reason.REASON_REQUIRED : Reason.UNKNOWN_SCREENING_GROUND,
                "Регламент называет, что не подлежит обработке; выберите одно: " + named
                        + ". Если сообщение не такое, а отвечать на него нечего, отметьте, что реакция не требуется.",
                asking.clause(Step.SCREEN_OUT));
    }

    private static Decision inWords(Command.ScreenOut command, Asking asking) {
        return command.comment() == null || command.comment().isBlank()
                ? noReason("Напишите, почему сообщение не подлежит обработке.", asking.clause(Step.SCREEN_OUT))
                : Decision.accept(new Fact.IncidentScreenedOut(Screening.JUDGED, command.comment()));
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
