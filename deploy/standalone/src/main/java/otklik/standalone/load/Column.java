package otklik.standalone.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a column holds, known by its header: case, ё, spaces and signs do not matter. Columns with other headers are not used. */
enum Column {
    TEXT("текст инцидента", "текст", "текст сообщения", "сообщение", "обращение", "содержание", "text", "message"),
    TOPIC_GROUP("группа тем", "группа", "категория", "topic group", "category"),
    TOPIC("тема", "topic", "подтема"),
    URL("ссылка", "url", "ссылка на сообщение", "ссылка на пост", "адрес сообщения", "link"),
    AUTHOR("автор", "имя автора", "автор сообщения", "author"),
    AUTHOR_URL("ссылка на автора", "профиль автора", "профиль", "author url"),
    DATE("дата", "дата публикации", "дата сообщения", "дата создания", "дата и время", "date", "created at"),
    CHANNEL("источник", "канал", "соцсеть", "социальная сеть", "площадка", "channel", "source"),
    LOCATION("локация", "место", "территория", "населенный пункт", "муниципалитет", "location"),
    ID("id", "номер", "номер инцидента", "id инцидента", "идентификатор");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = Arrays.stream(headers).map(Column::plain).toList();
    }

    /** Positions of the columns that a header names; the first of two with the same meaning. */
    static Map<Column, Integer> positions(List<String> header) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            String name = plain(header.get(i));
            for (Column column : values()) {
                if (column.headers.contains(name)) {
                    positions.putIfAbsent(column, i);
                }
            }
        }
        return positions;
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
