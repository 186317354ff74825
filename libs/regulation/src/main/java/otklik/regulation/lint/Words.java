package otklik.regulation.lint;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Role;
import otklik.regulation.Russian;
import otklik.regulation.Trigger;
import otklik.regulation.Workflow;

/** Russian words of the findings. */
final class Words {

    private Words() {}

    /** «4,5 ч»; anything finer than a tenth of an hour is told in minutes. */
    static String hours(Duration amount) {
        long tenths = amount.toMinutes() / 6;
        if (amount.toMinutes() % 6 != 0) {
            return amount.toMinutes() + " мин";
        }
        return tenths % 10 == 0 ? tenths / 10 + " ч" : tenths / 10 + "," + Math.abs(tenths % 10) + " ч";
    }

    static String clauses(List<String> ids) {
        return ids.stream().distinct().map(Russian::clause).collect(Collectors.joining(", "));
    }

    static String when(Importance importance, Set<Circumstance> circumstances) {
        return circumstances.stream()
                .map(Words::told)
                .sorted()
                .reduce(importance(importance), (all, one) -> all + " " + one);
    }

    static String importance(Importance importance) {
        return switch (importance) {
            case NORMAL -> "при обычной важности";
            case ELEVATED -> "при повышенной важности";
        };
    }

    static String role(Role role) {
        return switch (role) {
            case CURATOR -> "куратор";
            case CONTROLLER -> "контролёр";
            case EXECUTOR -> "исполнитель";
            case RESPONSIBLE -> "ответственный";
            case SUPERVISOR -> "курирующий заместитель";
            case LEADERSHIP -> "руководство";
            case CHIEF -> "руководитель аппарата";
            case OBSERVER -> "наблюдатель";
        };
    }

    static String act(Workflow.Act act) {
        return switch (act) {
            case STAFF -> "назначение исполнителей";
            case DISPATCH -> "направление в органы";
            case ROUTE -> "отправку в органы";
            case CLASSIFY -> "тему, место и важность";
            case RETURN_TO_CURATOR -> "возврат куратору";
            case HAND_DOWN -> "передачу в район";
            case CONFIRM_COMPETENCE -> "подтверждение компетенции";
            case SET_TERM -> "срок ответа органа";
            case EDIT -> "правку проекта";
            case CLARIFY -> "уточнение у автора";
            case NO_REACTION -> "решение не реагировать";
            case LINK_REPEAT -> "связь с прежним сообщением";
            case MARK_APPEAL -> "отметку об обращении";
        };
    }

    private static String told(Circumstance circumstance) {
        return switch (circumstance) {
            case BY_EMAIL -> "и проекте по электронной почте";
            case SEVERAL_ORGANS -> "и нескольких органах";
            case NO_ACCOUNT -> "и исполнителе без аккаунта";
            case AFTER_INTERIM -> "и опубликованном промежуточном ответе";
        };
    }

    /** The moment as a step of work. */
    static String step(Trigger trigger) {
        return switch (trigger) {
            case DETECTED -> "выявление";
            case SCREENED_OUT -> "отсев";
            case NO_REACTION -> "решение не реагировать";
            case ASSIGNED -> "направление в орган";
            case RETURNED -> "возврат не по компетенции";
            case RETURNED_TO_CURATOR -> "возврат куратору города";
            case WORK_STARTED -> "начало работы";
            case COMPETENCE_CONFIRMED -> "подтверждение компетенции";
            case CONTRIBUTION_REQUESTED -> "запрос части ответа";
            case CONTRIBUTION_SUBMITTED -> "часть ответа";
            case LAST_CONTRIBUTION -> "последняя часть ответа";
            case CLARIFICATION_REPORTED -> "сообщение о нужном уточнении";
            case DRAFT_SUBMITTED -> "проект ответа";
            case INTERIM_SUBMITTED -> "проект промежуточного ответа";
            case FINAL_SUBMITTED -> "проект окончательного ответа";
            case REWORK_REQUESTED -> "доработка";
            case APPROVED -> "согласование";
            case PUBLISHED -> "публикация ответа";
            case INTERIM_PUBLISHED -> "публикация промежуточного ответа";
            case CLARIFICATION_PUBLISHED -> "публикация уточняющего вопроса";
            case CLOSED -> "закрытие без ответа";
            case EXECUTOR_CHANGED -> "смена исполнителя";
            case EXECUTOR_CHANGE_TOLD -> "сообщение о смене исполнителя";
            case DECREE -> "принятие постановления";
            case CONTACTS_TOLD -> "сведения об ответственных";
            case ACCOUNT_CHANGED -> "изменение аккаунта";
            case REGISTER_TOLD -> "сведения для реестра";
            case LINK_PUBLISHED -> "ссылка на сайте";
            case PLAN_SUBMITTED -> "отправка контент-плана";
            case PLAN_AGREED -> "согласование контент-плана";
            case PLAN_RETURNED -> "рекомендации к контент-плану";
        };
    }
}
