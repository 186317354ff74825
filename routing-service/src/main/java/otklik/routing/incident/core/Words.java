package otklik.routing.incident.core;

/** Russian names of states, for people. */
public final class Words {

    private Words() {}

    public static String of(State state) {
        return switch (state) {
            case NEW -> "новое";
            case ROUTED -> "направлено";
            case IN_WORK -> "в работе";
            case ON_AGREEMENT -> "на внутреннем согласовании";
            case ON_APPROVAL -> "на согласовании";
            case REWORK -> "на доработке";
            case APPROVED -> "согласовано";
            case AWAITING_FINAL -> "ждёт окончательного ответа";
            case AWAITING_AUTHOR -> "ждёт автора";
            case RETURNED -> "возвращено";
            case DONE -> "завершено";
            case SCREENED_OUT -> "отсеяно";
            case NO_REACTION -> "реакция не требуется";
        };
    }
}
