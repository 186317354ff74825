package otklik.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.embedded.EmbeddedStartException.Reason;

/**
 * One real PostgreSQL server as a child of this process, listening on 127.0.0.1 only, user {@value #USER}, no password.
 * A kept folder is written with fsync and synchronous commits; a temporary one without, for speed. A server that outlived its
 * killed parent is stopped and started again, so that a kept folder always has exactly one owner.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "postgres";
    private static final String NAME = "PostgreSQL";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final FolderLock lock;
    private final DataFolder folder;
    private boolean isClosed;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, FolderLock lock, DataFolder folder) {
        this.server = server;
        this.lock = lock;
        this.folder = folder;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** In a temporary folder, on a free port: for tests. Also stopped when the JVM ends. */
    public static EmbeddedPostgres temporary() {
        return builder().start();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return server.getPort();
    }

    public DataSource dataSource(String database) {
        return server.getDatabase(USER, database);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    /** Creates the database unless it is there. The name is an identifier: lower case letters, digits and underscores. */
    public void createDatabaseIfAbsent(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            if (!exists(connection, name)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + name);
                }
            }
        } catch (SQLException e) {
            throw new EmbeddedStartException(
                    Reason.FAILED, "The database " + name + " could not be created: " + e.getMessage() + ".", e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Stops the server (mode fast: running transactions are rolled back); a temporary folder goes with it. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop as it should; the next start cleans up", e);
        }
        lock.close();
        folder.discardIfTemporary();
    }

    /**
     * Stops the server that outlived its killed parent in this folder, if there is one, so that its port is free again.
     *
     * @throws EmbeddedStartException if somebody alive uses the folder, or the server does not stop
     */
    public static void stopOrphan(Path dataFolder) {
        if (!Files.isDirectory(dataFolder)) {
            return;
        }
        FolderLock lock = FolderLock.take(dataFolder, NAME);
        try {
            PostgresOrphan.stop(dataFolder);
        } finally {
            lock.close();
        }
    }

    /** What can be chosen: where the data is kept (default: nowhere), the port (default: a free one), any server setting. */
    public static final class Builder {

        private final Map<String, String> settings = new LinkedHashMap<>();
        private @Nullable Path kept;
        private int port;

        private Builder() {}

        /** Keeps the data in this folder, across restarts. */
        public Builder dataFolder(Path folder) {
            this.kept = folder;
            return this;
        }

        /** 0 = a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** A setting of {@code postgresql.conf} that goes before the ones chosen here. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public EmbeddedPostgres start() {
            DataFolder folder = DataFolder.keptOrTemporary(kept, "postgres");
            FolderLock lock = FolderLock.take(folder.path(), NAME);
            try {
                PostgresOrphan.stop(folder.path());
                int claimed = LocalPort.claim(port, NAME);
                return new EmbeddedPostgres(startServer(folder, claimed), lock, folder);
            } catch (EmbeddedStartException e) {
                lock.close();
                throw e;
            }
        }

        private io.zonky.test.db.postgres.embedded.EmbeddedPostgres startServer(DataFolder folder, int port) {
            try {
                return PostgresServerStart.start(folder, port, settings);
            } catch (IOException | RuntimeException e) {
                throw new EmbeddedStartException(Reason.FAILED, "PostgreSQL did not start: " + e.getMessage() + ".", e);
            }
        }
    }
}
