package otklik.routing.template.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a template can name in braces, in the words of people: {@code {место}}. */
public enum Placeholder {
    NUMBER("номер", "номер сообщения"),
    AUTHOR("автор", "имя автора, как он сам его показывает"),
    LOCATION("место", "населённый пункт или место"),
    TOPIC_GROUP("группа тем", "группа тем"),
    TOPIC("тема", "тема"),
    ORGAN("орган", "название органа, у которого сообщение"),
    CONTACTS("контакты", "как связаться с органом"),
    EXECUTOR("исполнитель", "имя того, кто готовит ответ"),
    TODAY("сегодня", "сегодняшняя дата"),
    DUE("срок", "день, к которому положено ответить"),
    JURISDICTION("территория", "название территории"),
    POST("ссылка", "ссылка на сообщение");

    private final String word;
    private final String meaning;

    Placeholder(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As it is written between the braces. */
    public String word() {
        return word;
    }

    /** For people: what comes in its place. */
    public String meaning() {
        return meaning;
    }

    static Optional<Placeholder> of(String word) {
        return Arrays.stream(values())
                .filter(known -> known.word.equalsIgnoreCase(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Placeholder::word).toList();
    }
}
