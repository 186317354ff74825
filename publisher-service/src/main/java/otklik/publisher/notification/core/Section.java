package otklik.publisher.notification.core;

import otklik.regulation.Letters.Occasion;

/** The parts of a letter that tells several things, the most pressing first. Texts are Russian. */
enum Section {
    ESCALATED("Пропущен срок у подчинённых", "Пропущенные сроки у подчинённых"),
    BREACHED("Срок пропущен", "Пропущенные сроки"),
    SURGE("Всплеск сообщений", "Всплески сообщений"),
    SIGNIFICANT("Важное сообщение", "Важные сообщения"),
    MANUAL_PUBLICATION("Нужна публикация вручную", "Публикация вручную"),
    URGENT_DRAFT("Срочный проект ответа", "Срочные проекты на согласовании"),
    PASS_ON_DUE("Передайте в орган сегодня", "Передать в органы сегодня: впереди нерабочие дни"),
    PROMISE_DUE("Подошёл срок обещания", "Обещания, срок которых подошёл"),
    WARNED("Срок скоро истечёт", "Сроки на исходе"),
    TERM_SHORTENED("Срок сокращён", "Сокращённые сроки"),
    TERM_SET("Назначен срок ответа", "Назначенные сроки"),
    EXECUTOR_CHANGED("Сменился исполнитель", "Смена исполнителей"),
    DRAFT_RETURNED("Проект возвращён на доработку", "Возвращённые на доработку проекты"),
    ASSIGNED("Новое сообщение", "Новые сообщения"),
    WITHDRAWN("Отозвано письмо о сообщении", "Отозванные письма"),
    REGISTERED("Зарегистрировано сообщение", "Зарегистрированные сообщения"),
    SCREENED_OUT("Отсеяно сообщение", "Отсеянные сообщения"),
    PUBLISHED("Ответ опубликован", "Опубликованные ответы");

    private final String one;
    private final String several;

    Section(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /** Of a single thing. */
    String one() {
        return one;
    }

    String several() {
        return several;
    }

    static Section of(What what) {
        return switch (what) {
            case What.Assigned ignored -> ASSIGNED;
            case What.Warned ignored -> WARNED;
            case What.Breached ignored -> BREACHED;
            case What.Escalated ignored -> ESCALATED;
            case What.Surged ignored -> SURGE;
            case What.Promised ignored -> PROMISE_DUE;
            case What.NewExecutors ignored -> EXECUTOR_CHANGED;
            case What.Withdrawn ignored -> WITHDRAWN;
            case What.Occurred occurred -> of(occurred.about());
        };
    }

    private static Section of(Occasion about) {
        return switch (about) {
            case SIGNIFICANT -> SIGNIFICANT;
            case SURGE -> SURGE;
            case REGISTERED -> REGISTERED;
            case SCREENED_OUT -> SCREENED_OUT;
            case URGENT_DRAFT -> URGENT_DRAFT;
            case PASS_ON_DUE -> PASS_ON_DUE;
            case PROMISE_DUE -> PROMISE_DUE;
            case EXECUTOR_CHANGED -> EXECUTOR_CHANGED;
            case MISSED_TERM -> ESCALATED;
            case TERM_SHORTENED -> TERM_SHORTENED;
            case TERM_SET -> TERM_SET;
            case DRAFT_RETURNED -> DRAFT_RETURNED;
            case MANUAL_PUBLICATION -> MANUAL_PUBLICATION;
            case PUBLISHED -> PUBLISHED;
        };
    }
}
