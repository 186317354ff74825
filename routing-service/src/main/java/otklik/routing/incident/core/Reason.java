package otklik.routing.incident.core;

import java.util.Locale;

/** Why a command was refused. The same constant is the code of the HTTP problem, the tag of the metric and what tests compare. */
public enum Reason {
    /** The incident is not in a state that allows it. */
    WRONG_STATE(409, "Сейчас это невозможно"),
    /** The organ has it already. */
    ALREADY_THERE(409, "Сообщение уже там"),
    /** Nobody with this role, or not of this organ. */
    NOT_YOURS(403, "Это действие вам недоступно"),
    UNKNOWN_ORGAN(422, "Такого органа нет"),
    /** AK-5: without a responsible official or without an executor. */
    ORGAN_NOT_READY(422, "Органу нельзя направить сообщение"),
    REASON_REQUIRED(422, "Нужна причина"),
    UNKNOWN_REWORK_REASON(422, "Такой причины доработки нет"),
    UNKNOWN_SCREENING_GROUND(422, "Такого основания не обрабатывать нет"),
    TEXT_REQUIRED(422, "Нужен текст"),
    TEXT_TOO_LONG(422, "Слишком длинный текст"),
    /** Scripts, markup, and invisible characters that turn what people see into something else. */
    TEXT_UNSAFE(422, "В тексте недопустимое"),
    /** No such file at this incident, or it is named twice. */
    UNKNOWN_ATTACHMENT(422, "Такого вложения нет"),
    TOO_MANY_ATTACHMENTS(422, "Слишком много вложений"),
    /** It is part of a draft that was handed in, and stays as evidence. */
    ATTACHMENT_IN_USE(409, "Вложение уже в проекте ответа"),
    LINK_REQUIRED(422, "Нужна ссылка на публикацию"),
    /** Before it was approved, or still to come. */
    UNTIMELY_PUBLICATION(422, "Когда опубликовано?"),
    INCOMPLETE_CLASSIFICATION(422, "Укажите группу тем и тему"),
    /** VP-10: drafts are taken in the hours for that, urgent ones always. */
    OUTSIDE_SUBMISSION_HOURS(409, "Проекты сейчас не принимаются"),
    /** LP-10: something on the checklist was not ticked. */
    CHECKLIST_INCOMPLETE(422, "Проверено не всё"),
    /** VP-12, KH-9, LB-9, LP-10: the program found what the regulation does not let out, and nobody let it pass. */
    BINDING_CHECK(422, "Ответ не по регламенту"),
    /** LB-6, LP-6: whoever sends back, or wants it sooner, sets the term. */
    TERM_REQUIRED(422, "Нужен срок"),
    TERM_NOT_YOURS(422, "Срок назначает регламент"),
    /** LP-6: not earlier than the regulation itself has it. */
    NOT_SHORTER(422, "Это не сокращает срок"),
    /** LP-6: the draft is there already. */
    NOTHING_TO_SHORTEN(409, "Срок сейчас не идёт"),
    /** VP-13: nobody of the organ who writes drafts. */
    UNKNOWN_SENDER(422, "Кто прислал проект?"),
    /** VP-13: no time, or one at which the letter cannot have come. */
    UNTIMELY_LETTER(422, "Когда пришло письмо?"),
    /** LP-22: only what is of elevated importance goes up. */
    NOT_SIGNIFICANT(409, "Сообщение не повышенной важности"),
    /** LP-22: once for each time that it is significant. */
    REPORTED_ALREADY(409, "Это уже записано"),
    NOT_IN_REGULATION(409, "Регламент этого не предусматривает"),
    NOTHING_CHANGED(422, "Ничего не изменилось"),
    UNKNOWN_INCIDENT(422, "Такого сообщения нет"),
    UNKNOWN_PART(422, "Нужен орган"),
    /** KH-13, LB-5: the common reply is made of all parts. */
    PARTS_MISSING(409, "Готовы не все части"),
    SEVERAL_ORGANS_REQUIRED(422, "Нужно несколько органов"),
    LEAD_REQUIRED(422, "Нужен ведущий орган"),
    NOTHING_TO_UNDO(409, "Отменять нечего"),
    UNDO_TOO_LATE(409, "Отменить уже нельзя"),
    /** Something of the step has left the house. */
    IRREVOCABLE(409, "Отменить уже нельзя");

    private final int status;
    private final String title;

    Reason(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
