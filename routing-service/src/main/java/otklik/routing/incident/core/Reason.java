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
    TEXT_REQUIRED(422, "Нужен текст"),
    TEXT_TOO_LONG(422, "Слишком длинный текст"),
    /** Invisible characters that turn what people see into something else. */
    TEXT_UNSAFE(422, "В тексте недопустимые символы"),
    LINK_REQUIRED(422, "Нужна ссылка на публикацию"),
    INCOMPLETE_CLASSIFICATION(422, "Укажите группу тем и тему");

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
