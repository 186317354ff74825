package otklik.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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
