package otklik.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import otklik.embedded.EmbeddedPostgres;

/**
 * A fresh database on the one real PostgreSQL server of this JVM, with a session zone (America/Los_Angeles) that punishes whoever leaves
 * the zone to chance.
 */
public record TestDatabase(String host, int port, String name, String user) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** @param purpose becomes part of the name */
    public static TestDatabase fresh(String purpose) {
        EmbeddedPostgres server = Holder.SERVER;
        String name = "test_" + purpose + "_" + COUNT.incrementAndGet();
        server.createDatabaseIfAbsent(name);
        TestDatabase database = new TestDatabase(server.host(), server.port(), name, EmbeddedPostgres.USER);
        database.execute("alter database " + name + " set timezone = 'America/Los_Angeles'");
        return database;
    }

    public DataSource dataSource() {
        return Holder.SERVER.dataSource(name);
    }

    /**
     * Brings it to where a version of a service leaves it, by that service's migrations on the class path; a database that is further stays.
     *
     * @param service folder of its migrations
     * @param version last migration of then, or {@code latest}
     */
    public void migrate(String service, String version) {
        Flyway.configure()
                .dataSource(dataSource())
                .locations("classpath:db/messaging", "classpath:db/" + service)
                .target(version)
                .load()
                .migrate();
    }

    /** What a query finds, each value as PostgreSQL writes it. Instants are written in the session's zone. */
    public List<List<@Nullable String>> rows(String sql) {
        try (Connection connection = dataSource().getConnection();
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (found.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Holder {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = EmbeddedPostgres.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
