package otklik.ingest.intake.core;

/**
 * Why a post is not taken. The constant's name is the {@code code} in the API and the tag of the metric.
 *
 * <p>{@code status} is the HTTP status if the post came alone; {@code detail} is Russian, for whoever sends posts.
 */
public enum Refusal {
    EMPTY_TEXT(422, "В сообщении нет текста."),
    TEXT_TOO_LONG(413, "Текст длиннее 64 КиБ."),
    UNKNOWN_CHANNEL(
            422,
            "Неизвестный канал: бывают vk, ok, telegram, max, facebook, instagram, twitter, video-hosting, messenger, site."),
    NO_EXTERNAL_ID(422, "Нет externalId: по нему узнаётся, что сообщение уже принято."),
    EXTERNAL_ID_TOO_LONG(422, "externalId длиннее 200 знаков."),
    UNKNOWN_KIND(422, "Неизвестный вид сообщения: бывают post, comment, message."),
    BAD_URL(422, "Ссылка должна начинаться с http:// или https:// и быть не длиннее 2000 знаков."),
    BAD_TIME(422, "postedAt должно быть моментом времени, например 2026-11-22T09:30:00Z."),
    TOO_MUCH_DETAIL(422, "Слишком длинное имя, тема, место или адрес ответа.");

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }
}
