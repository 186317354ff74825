package otklik.sla.deadline.core;

import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Trigger;

/** Why a deadline is no longer due, in Russian, for people. */
final class CancelReasons {

    static final String UNDONE = DeadlineFact.DeadlineCancelled.UNDONE;
    static final String STARTED_ANEW = "Срок начат заново";
    static final String ONE_MORE_PART = "Ждут ещё одну часть ответа";
    static final String HANDED_ON = "Срок теперь у того, кто отвечает вместо этого органа";
    static final String WITHDRAWN = "Орган больше не участвует в ответе";
    static final String SEVERAL_ORGANS = "Вопрос нескольких органов: действует другой срок";

    private CancelReasons() {}

    static String of(Trigger trigger) {
        return switch (trigger) {
            case SCREENED_OUT -> "Сообщение исключено из обработки";
            case NO_REACTION -> "Решено, что ответ не нужен";
            case CLOSED -> "Работа по сообщению завершена";
            case RETURNED, RETURNED_TO_CURATOR -> "Орган вернул сообщение";
            case WORK_STARTED, COMPETENCE_CONFIRMED -> "Исполнитель взял сообщение в работу";
            case DRAFT_SUBMITTED, FINAL_SUBMITTED, INTERIM_SUBMITTED -> "Проект ответа уже отправлен на согласование";
            case PUBLISHED -> "Ответ уже опубликован";
            case INTERIM_PUBLISHED -> "Промежуточный ответ уже опубликован";
            case CLARIFICATION_PUBLISHED, CLARIFICATION_REPORTED -> "Автору задан уточняющий вопрос";
            case ASSIGNED -> "Сообщение направлено в орган";
            case REWORK_REQUESTED -> "Проект возвращён на доработку";
            case APPROVED -> "Ответ согласован";
            default -> "Работа пошла другим путём";
        };
    }
}
