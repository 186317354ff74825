package otklik.standalone.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import otklik.contracts.Json;

/** Rows on their way in one request: at most 500, and no more than the API takes in bytes. */
final class Batch {

    private static final int MOST_ROWS = 500;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final List<Row.Good> rows = new ArrayList<>();
    private int characters;

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean isFull() {
        return rows.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
    }

    void add(Row.Good row) {
        rows.add(row);
        characters += row.cells().stream().mapToInt(String::length).sum();
    }

    Row.Good row(int index) {
        return rows.get(index);
    }

    int size() {
        return rows.size();
    }

    String json(String jurisdiction) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jurisdiction", jurisdiction);
        body.put("posts", rows.stream().map(Row.Good::post).toList());
        return Json.mapper().writeValueAsString(body);
    }
}
