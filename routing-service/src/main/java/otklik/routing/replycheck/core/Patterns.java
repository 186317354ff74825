package otklik.routing.replycheck.core;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import otklik.routing.promise.core.Mentions;

/**
 * What can be seen by its form: a greeting, a date, a telephone number, somebody's private data. Repetitions are bounded: these run over any
 * text while a command holds its incident.
 */
final class Patterns {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern GREETING = pattern(
            "^\\P{L}{0,3}(здравствуй|добр(ый|ое|ого) (день|дня|утро|утра|вечер|вечера|времени)|доброе|приветству|уважаем|\\p{L}+( \\p{L}+)?, (здравствуй|добр))");

    private static final Pattern CONTACT = pattern(
            "(\\+7|8)?[ (-]{0,3}\\d{3,5}[ )-]{0,3}\\d{1,3}-?\\d{2}-?\\d{2}|[^\\s@]@[^\\s@]{1,255}\\.\\p{L}{2,}|https?://\\S|(?<!\\p{L})(тел\\.|телефон|ул\\.|улиц|просп|переул|кабинет|каб\\.)");

    /** Speaks of a file that stands with the reply; not of an application for the telephone, nor of a photo of the author's. */
    private static final Pattern ATTACHED =
            pattern("(?<!\\p{L})на (эт\\p{L}+ |приложенн\\p{L}+ )?(фото|снимк|видео)(?!\\p{L}*(ловушк|фиксац|камер))"
                    + "|(?<!\\p{L})(прилага(ю|ем|ется|ются)|прикрепля(ю|ем|ется|ются))(?!\\p{L})"
                    + "|(фото|видео|документ|схем|график|снимк)\\p{L}*(\\s+\\p{L}+){0,3}?\\s+(приложен[аоы]?|прикрепл[её]н\\p{L}*)(?!\\p{L})"
                    + "|(?<!\\p{L})(см\\.|смотрите)\\s+(фото|видео|вложени)|(?<!\\p{L})во вложени");

    /** Each with what it is; the names are for people. */
    private static final Map<String, Pattern> PRIVATE = Map.of(
            "похоже на номер паспорта",
            pattern("(?<!\\d)\\d{2} ?\\d{2} (№ ?)?\\d{6}(?!\\d)"),
            "похоже на СНИЛС",
            pattern("(?<!\\d)\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}(?!\\d)"),
            "похоже на номер банковской карты",
            pattern("(?<!\\d)\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d{4}(?!\\d)"),
            "похоже на дату рождения",
            pattern("\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\s*(г\\. ?р|года рожд)|\\d{4} г(\\.|ода) рождения"),
            "квартира — чужой домашний адрес",
            pattern("(?<!\\p{L})(кв\\.|квартир[аеыу]) ?(№ ?)?\\d+"),
            "похоже на личный мобильный телефон",
            pattern("(?<!\\d)(\\+7|8)[ (-]{0,3}9\\d{2}[ )-]{0,3}\\d{3}[ -]?\\d{2}[ -]?\\d{2}(?!\\d)"),
            "похоже на личную почту",
            pattern(
                    "(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,64}@(gmail\\.com|googlemail\\.com|mail\\.ru|bk\\.ru|list\\.ru|inbox\\.ru|internet\\.ru|"
                            + "yandex\\.(ru|com)|ya\\.ru|rambler\\.ru|icloud\\.com|hotmail\\.com|outlook\\.com|yahoo\\.com|vk\\.com)(?![\\p{L}\\d-]|\\.[\\p{L}\\d])"),
            "похоже на ИНН человека",
            pattern("(?<!\\p{L})ИНН(\\s\\p{L}{1,20}){0,2}[\\s:№-]{0,4}(\\d[ -]?){11}\\d(?!\\d)"),
            "сведения о здоровье",
            pattern("(?<!\\p{L})(диагноз|инвалид\\p{L}*|состо\\p{L}+ на учёте|больничн\\p{L}* лист)"));

    private Patterns() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, FLAGS);
    }

    static List<Finding> greeting(Draft draft) {
        return GREETING.matcher(draft.text()).find()
                ? List.of()
                : List.of(new Finding(
                        Topic.GREETING, "Нет приветствия.", new Place(0, 0), "Начните со слова «Здравствуйте»."));
    }

    /** An interim reply names the time that the final one needs. */
    static List<Finding> timeNeeded(Draft draft) {
        return !Mentions.in(draft.text()).isEmpty()
                ? List.of()
                : List.of(Finding.ofMissing(
                        Topic.TIME_NEEDED,
                        draft,
                        "Не сказано, сколько времени нужно для ответа.",
                        "Назовите день или срок, к которому ответите по существу."));
    }

    static List<Finding> dates(Draft draft) {
        return !Mentions.in(draft.text()).isEmpty()
                ? List.of()
                : List.of(Finding.ofMissing(
                        Topic.DATES,
                        draft,
                        "Не сказано, когда.",
                        "Назовите день или срок, хотя бы ожидаемый; не знаете — скажите, когда будет известно."));
    }

    static List<Finding> contacts(Draft draft) {
        return CONTACT.matcher(draft.text()).find()
                ? List.of()
                : List.of(Finding.ofMissing(
                        Topic.CONTACTS,
                        draft,
                        "Не сказано, к кому обратиться.",
                        "Добавьте телефон, адрес или почту того, кто отвечает за это."));
    }

    /** The text speaks of a photo and nothing is attached. */
    static List<Finding> attachments(Draft draft) {
        Matcher spoken = ATTACHED.matcher(draft.text());
        return draft.attachments() == null || draft.attachments() > 0 || !spoken.find()
                ? List.of()
                : List.of(new Finding(
                        Topic.ATTACHMENTS,
                        "«" + spoken.group().strip() + "», а к ответу ничего не приложено.",
                        new Place(spoken.start(), spoken.end()),
                        "Приложите файл или уберите упоминание о нём."));
    }

    static List<Finding> personalData(Draft draft) {
        return PRIVATE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(
                        kind -> kind.getValue()
                                .matcher(draft.text())
                                .results()
                                .map(
                                        match -> new Finding(
                                                Topic.PERSONAL_DATA,
                                                "«" + match.group() + "» — " + kind.getKey() + ".",
                                                new Place(match.start(), match.end()),
                                                "Уберите: в открытом ответе можно назвать только имя автора, как он сам его показывает.")))
                .toList();
    }
}
