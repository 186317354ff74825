package otklik.bench.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.embedded.EmbeddedKafka;
import otklik.embedded.EmbeddedPostgres;
import otklik.routing.RoutingService;
import otklik.testkit.TestIssuer;

/** The routing-service as it is delivered, with a PostgreSQL and a Kafka set up as the standalone has them, in this JVM. */
final class Platform implements AutoCloseable {

    static final String DATABASE = "otklik_routing";

    private final Path folder;
    private final Path pidFile;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private @Nullable ConfigurableApplicationContext service;

    /** @param settings of PostgreSQL besides those of the standalone */
    Platform(Path folder, Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().dataFolder(folder.resolve("postgres"));
        settings.forEach(builder::setting);
        this.folder = folder;
        pidFile = folder.resolve("postgres/postmaster.pid");
        postgres = builder.start();
        postgres.createDatabaseIfAbsent(DATABASE);
        kafka = EmbeddedKafka.temporary();
    }

    /** Reads the base once: a server that has run for days has it in memory, one just started would wait for its disk. */
    void warmUp() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_prewarm");
            statement.execute(
                    "select pg_prewarm(oid) from pg_class where relkind in ('r', 'i', 't') and relfilenode <> 0");
        }
    }

    /** Starts the service and returns its context. */
    ConfigurableApplicationContext startService() {
        List<String> arguments = List.of(
                "--server.port=0",
                "--KAFKA_BOOTSTRAP=" + kafka.bootstrapServers(),
                "--DATABASE_PORT=" + postgres.port(),
                "--OTKLIK_ISSUER=" + TestIssuer.address(),
                "--logging.level.root=" + System.getProperty("otklik.bench.log", "ERROR"),
                "--logging.level.org.apache.kafka=" + System.getProperty("otklik.bench.log", "ERROR"));
        ConfigurableApplicationContext started = RoutingService.application().run(arguments.toArray(String[]::new));
        service = started;
        return started;
    }

    void stopService() {
        if (service != null) {
            service.close();
            service = null;
        }
    }

    Connection connect() throws SQLException {
        return postgres.dataSource(DATABASE).getConnection();
    }

    /** Where the base stands. */
    Path folder() {
        return folder;
    }

    /** The server process; those that work for connections are its children. */
    ProcessHandle postgres() {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stopService();
        kafka.close();
        postgres.close();
    }
}
