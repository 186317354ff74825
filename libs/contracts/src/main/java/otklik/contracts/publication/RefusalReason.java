package otklik.contracts.publication;

import java.util.Arrays;

/** Why the system will not post a reply and a person is needed. The names travel in events and metrics and never change. */
public enum RefusalReason {
    COMMENTS_CLOSED("Комментарии под этой записью закрыты."),
    BANNED("Сообществу нельзя писать на этой странице."),
    TARGET_DELETED("Записи или комментария больше нет."),
    CAPTCHA("Сеть просит подтвердить, что пишет человек."),
    AUTH("Сеть не принимает ключ доступа сообщества."),
    RATE("Сеть временно не принимает новые ответы от сообщества."),
    /** A reply never goes out without a file that was approved with it. */
    ATTACHMENTS("Вложения этого ответа система разместить не может: опубликуйте ответ вместе с ними вручную."),
    CONTENT("Сеть не принимает текст ответа: проверьте ссылки и длину."),
    /** Nobody can tell whether it stands there: a person looks at the page and decides. */
    UNKNOWN_OUTCOME("Неизвестно, опубликован ли ответ: проверьте страницу, прежде чем публиковать ещё раз."),
    UNSUPPORTED_CHANNEL("Туда система публиковать не умеет."),
    /** Certainly not sent: no connection came about in all the time there was. */
    UNREACHABLE("Сеть недоступна, ответ не отправлен.");

    private final String sentence;

    RefusalReason(String sentence) {
        this.sentence = sentence;
    }

    /** One Russian sentence for the person who takes over. */
    public String sentence() {
        return sentence;
    }

    /** What an event gives as the reason, for people: the sentence of a name that is one of these, else the words as they are. */
    public static String sentence(String reason) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(reason))
                .map(RefusalReason::sentence)
                .findFirst()
                .orElse(reason);
    }
}
