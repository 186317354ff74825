package otklik.bench.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.bench.casework.Tables.Table;

/** Rows of several tables in the text format of COPY. */
final class Rows {

    private final Map<Table, StringBuilder> texts = new EnumMap<>(Table.class);

    Rows() {
        for (Table table : Table.values()) {
            texts.put(table, new StringBuilder(1 << 20));
        }
    }

    /** One row; texts, numbers, instants, ids and null. */
    void add(Table table, @Nullable Object... values) {
        StringBuilder text = requireNonNull(texts.get(table));
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(text, values[i]);
        }
        text.append('\n');
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String words -> escape(text, words);
            case Instant at -> text.append(at);
            default -> text.append(value);
        }
    }

    private static void escape(StringBuilder text, String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    /** Hands all rows over and begins anew. */
    void flush(Tables tables) throws java.sql.SQLException {
        for (Map.Entry<Table, StringBuilder> entry : texts.entrySet()) {
            tables.add(entry.getKey(), entry.getValue());
            entry.getValue().setLength(0);
        }
    }
}
