package otklik.standalone.load;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;

/** Turns rows into posts by the columns that the header names. */
final class RowReader {

    private final int width;
    private final Map<Column, Integer> columns;
    private final ZoneId zone;
    private final Channel otherwise;
    private final RowIds ids = new RowIds();

    /**
     * @param zone of dates without an offset
     * @param otherwise channel of rows that do not tell theirs
     */
    RowReader(List<String> header, ZoneId zone, Channel otherwise) {
        this.width = header.size();
        this.columns = Column.positions(header);
        this.zone = zone;
        this.otherwise = otherwise;
        if (!columns.containsKey(Column.TEXT)) {
            throw LoadTrouble.usage("В файле нет столбца с текстом («Текст инцидента», «Текст», «Сообщение»); есть: "
                    + String.join(", ", header) + ".");
        }
    }

    Row read(long line, List<String> cells) {
        if (cells.size() != width) {
            return new Row.Bad(line, cells, "ячеек " + cells.size() + ", а столбцов " + width);
        }
        String rowId = ids.of(cells);
        String text = cell(cells, Column.TEXT);
        if (text == null) {
            return new Row.Bad(line, cells, "нет текста");
        }
        String date = cell(cells, Column.DATE);
        Optional<Instant> postedAt = date == null ? Optional.empty() : Dates.read(date, zone);
        if (date != null && postedAt.isEmpty()) {
            return new Row.Bad(line, cells, "непонятная дата «" + date + "»");
        }
        return new Row.Good(line, cells, post(cells, text, rowId, postedAt.orElse(null)));
    }

    private Map<String, Object> post(List<String> cells, String text, String rowId, @Nullable Instant postedAt) {
        Map<String, Object> post = new LinkedHashMap<>();
        String url = cell(cells, Column.URL);
        String id = cell(cells, Column.ID);
        post.put(
                "channel",
                Channels.of(cell(cells, Column.CHANNEL), url, otherwise).wire());
        post.put("externalId", id == null ? rowId : id);
        post.put("text", text);
        put(post, "url", url);
        put(post, "author", author(cells));
        put(post, "postedAt", postedAt == null ? null : postedAt.toString());
        put(post, "topicGroup", cell(cells, Column.TOPIC_GROUP));
        put(post, "topic", cell(cells, Column.TOPIC));
        put(post, "location", cell(cells, Column.LOCATION));
        return post;
    }

    private @Nullable Map<String, Object> author(List<String> cells) {
        Map<String, Object> author = new LinkedHashMap<>();
        put(author, "name", cell(cells, Column.AUTHOR));
        put(author, "profileUrl", cell(cells, Column.AUTHOR_URL));
        return author.isEmpty() ? null : author;
    }

    private static void put(Map<String, Object> into, String name, @Nullable Object value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    private @Nullable String cell(List<String> cells, Column column) {
        Integer position = columns.get(column);
        return position == null ? null : Cell.clean(cells.get(position));
    }
}
