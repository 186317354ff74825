package otklik.bench.casework;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills empty tables by COPY, each through a connection of its own, without their keys and indexes, which are made again at the end. With
 * {@code wal_level=minimal} nothing of it goes through the log, and yet every file is on disk when it is committed.
 */
final class Tables implements AutoCloseable {

    /** The tables and the columns that are given. */
    enum Table {
        INCIDENT(
                "id, jurisdiction, number, version, state, organ, organs, manual_needed, channel, kind, url, topic_group, topic, location, importance, "
                        + "detected_at, changed_at, post_text, author, posted_at, snapshot, next_due_at, head"),
        INCIDENT_EVENT("incident_id, version, event_id, at, actor, type, fact, causation_id, hash"),
        QUEUE_PLACE("incident_id, place, sort_at"),
        INCIDENT_DEADLINE(
                "deadline_id, incident_id, stage, title, clause, started_at, due_at, is_duty, status, explanation"),
        DEADLINE_EVENT("event_id, incident_id, at, fact, stage, title, clause, due_at");

        private final String columns;

        Table(String columns) {
            this.columns = columns;
        }

        String title() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Platform platform;
    private final List<String> again = new ArrayList<>();
    private final Map<Table, Connection> connections = new EnumMap<>(Table.class);
    private final Map<Table, CopyIn> copies = new EnumMap<>(Table.class);

    Tables(Platform platform) throws SQLException {
        this.platform = platform;
        strip();
        for (Table table : Table.values()) {
            Connection connection = platform.connect();
            connection.setAutoCommit(false);
            execute(connection, "truncate " + table.title());
            connections.put(table, connection);
            copies.put(
                    table,
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table.title() + " (" + table.columns + ") from stdin with (freeze)"));
        }
    }

    private void strip() throws SQLException {
        String names = String.join(
                        ",", List.of(Table.values()).stream().map(Table::title).toList()) + ",incident_words";
        try (Connection connection = platform.connect();
                Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            try (ResultSet index = statement.executeQuery("""
            select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index
            where indrelid::regclass::text = any(string_to_array('%s', ','))
                and not exists (select from pg_constraint where conindid = indexrelid)""".formatted(names))) {
                while (index.next()) {
                    drops.add("drop index " + index.getString("name"));
                    again.add(index.getString("definition"));
                }
            }
            try (ResultSet key = statement.executeQuery("""
            select conrelid::regclass as of, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
            where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u')
                and (conrelid::regclass::text = any(string_to_array('%1$s', ',')) or confrelid::regclass::text = any(string_to_array('%1$s', ',')))
            order by contype = 'f' desc""".formatted(names))) {
                while (key.next()) {
                    String table = key.getString("of");
                    drops.add("alter table " + table + " drop constraint " + key.getString("name"));
                    again.addFirst("alter table " + table + " add constraint " + key.getString("name") + " "
                            + key.getString("definition"));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }

    /** Rows in the text format of COPY. Thread-safe. */
    void add(Table table, CharSequence rows) throws SQLException {
        CopyIn copy = requireNonNull(copies.get(table));
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        synchronized (copy) {
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    /** Ends the copies, and makes words, keys and indexes. */
    void finish(int incidents) throws SQLException {
        for (Table table : Table.values()) {
            requireNonNull(copies.get(table)).endCopy();
            Connection connection = requireNonNull(connections.get(table));
            connection.commit();
            connection.close();
        }
        connections.clear();
        List<String> ofWords = again.stream().filter(Tables::needsWords).toList();
        List<String> ofOthers =
                again.stream().filter(statement -> !needsWords(statement)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> words = threads.submit(() -> run(List.of(
                    "insert into incident_words select id, search_words(number, location, post_text) from incident")));
            Future<?> others = threads.submit(() -> run(ofOthers));
            words.get();
            others.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new SQLException(e);
        }
        run(ofWords);
        run(List.of("select setval('incident_number', " + incidents + ")", "vacuum (analyze)"));
    }

    private static boolean needsWords(String statement) {
        return statement.contains("incident_words");
    }

    private @Nullable Void run(List<String> statements) throws SQLException {
        try (Connection connection = platform.connect()) {
            execute(connection, "set maintenance_work_mem = '512MB'");
            for (String statement : statements) {
                execute(connection, statement);
            }
        }
        return null;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
