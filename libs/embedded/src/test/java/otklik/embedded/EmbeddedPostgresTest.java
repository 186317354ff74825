package otklik.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.embedded.EmbeddedStartException.Reason;

class EmbeddedPostgresTest {

    @Test
    void keptFolder_stillHoldsTheRowsAfterARestart(@TempDir Path folder) throws SQLException {
        try (var postgres = kept(folder).start()) {
            postgres.createDatabaseIfAbsent("otklik_test");
            execute(postgres, "CREATE TABLE note (text text)");
            execute(postgres, "INSERT INTO note VALUES ('Ёлка')");
        }

        try (var postgres = kept(folder).start()) {
            postgres.createDatabaseIfAbsent("otklik_test");

            assertThat(one(postgres, "SELECT lower(text) FROM note")).isEqualTo("ёлка");
        }
    }

    @Test
    void keptFolder_isWrittenDurably(@TempDir Path folder) throws SQLException {
        try (var postgres = kept(folder).start()) {
            postgres.createDatabaseIfAbsent("otklik_test");

            assertThat(one(postgres, "SELECT current_setting('fsync') || current_setting('synchronous_commit')"))
                    .isEqualTo("onon");
        }
    }

    @Test
    void serverThatOutlivedItsParent_isStoppedAndStartedAgain(@TempDir Path folder) throws Exception {
        Process parent = OrphanMaker.startAndKill(folder.resolve("postgres"));
        assertThat(parent.isAlive()).isFalse();

        try (var postgres = kept(folder).start()) {
            assertThat(one(postgres, "SELECT text FROM note", "otklik_orphan")).isEqualTo("kept");
        }
    }

    @Test
    void serverThatOutlivedItsParent_canBeStoppedAlone(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("postgres");
        OrphanMaker.startAndKill(data);
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());

        EmbeddedPostgres.stopOrphan(data);

        assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
        EmbeddedPostgres.stopOrphan(folder.resolve("nothing-here"));
    }

    @Test
    void stalePidFile_isRemoved(@TempDir Path folder) throws Exception {
        try (var postgres = kept(folder).start()) {
            postgres.createDatabaseIfAbsent("otklik_test");
        }
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), dead.pid() + "\n");

        try (var postgres = kept(folder).start()) {
            assertThat(one(postgres, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void secondStartInTheSameFolder_isRefused(@TempDir Path folder) {
        try (var postgres = kept(folder).start()) {
            assertThat(postgres.port()).isPositive();
            assertThatThrownBy(() -> kept(folder).start())
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("in use by another running PostgreSQL")
                    .extracting("reason")
                    .isEqualTo(Reason.FOLDER_IN_USE);
        }
    }

    @Test
    void busyPort_isRefused(@TempDir Path folder) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> kept(folder).port(port).start())
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessage("Port " + port + " of 127.0.0.1, wanted by PostgreSQL, is busy.");
        }
    }

    @Test
    void databaseName_isNotALoopholeForSql(@TempDir Path folder) {
        try (var postgres = kept(folder).start()) {
            assertThatThrownBy(() -> postgres.createDatabaseIfAbsent("x; DROP DATABASE postgres"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static EmbeddedPostgres.Builder kept(Path folder) {
        return EmbeddedPostgres.builder().dataFolder(folder.resolve("postgres"));
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.dataSource("otklik_test").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedPostgres postgres, String sql) throws SQLException {
        return one(postgres, sql, "otklik_test");
    }

    private static String one(EmbeddedPostgres postgres, String sql, String database) throws SQLException {
        try (var connection = postgres.dataSource(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
