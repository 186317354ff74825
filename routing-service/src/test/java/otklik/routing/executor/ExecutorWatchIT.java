package otklik.routing.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Role;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.messaging.Outbox;
import otklik.messaging.TableOutbox;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.routing.executor.core.ExecutorChange;
import otklik.testkit.Clause;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;

/** Starts of the service, one after another and at once, on one database: what of the directory they find changed, and tell. */
class ExecutorWatchIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String KRAI = "khabarovsk-krai";
    private static final String SILENT = "altai-krai";

    private final TestDatabase database = TestDatabase.fresh("executors");
    private final SettableTime time = SettableTime.at("2026-06-10T10:00:00+10:00");
    private final ConnectionFactory connections = ConnectionFactories.get(ConnectionFactoryOptions.builder()
            .option(ConnectionFactoryOptions.DRIVER, "postgresql")
            .option(ConnectionFactoryOptions.HOST, database.host())
            .option(ConnectionFactoryOptions.PORT, database.port())
            .option(ConnectionFactoryOptions.DATABASE, database.name())
            .option(ConnectionFactoryOptions.USER, database.user())
            .option(ConnectionFactoryOptions.PASSWORD, "")
            .build());
    private final DatabaseClient client = DatabaseClient.create(connections);
    private final TableOutbox outbox = new TableOutbox(client, "executor_event", ExecutorsChanged.class);
    private final ExecutorStore store = new ExecutorStore(client, outbox);

    @BeforeEach
    void migrate() {
        database.migrate("routing-service", "latest");
    }

    @Test
    @Clause("KH-5")
    void eachStart_findsWhatChangedSinceTheLast_andTellsItOnce() {
        start("anna");
        assertThat(changes(KRAI)).isEmpty();
        start("anna");
        assertThat(changes(KRAI)).isEmpty();

        time.tick(Duration.ofDays(1));
        start("clara");
        start("clara");
        time.tick(Duration.ofDays(1));
        start("anna");

        assertThat(changes(KRAI)).extracting(ExecutorWatchIT::names).containsExactly("clara → anna", "anna → clara");
        assertThat(changes(KRAI))
                .allSatisfy(change -> assertThat(change.notice()).isNotNull());
        assertThat(told()).containsExactly("anna → clara", "clara → anna");
        assertThat(changes(SILENT)).extracting(ExecutorWatchIT::names).containsExactly("clara → anna", "anna → clara");
        assertThat(changes(SILENT))
                .allSatisfy(change -> assertThat(change.notice()).isNull());
    }

    @Test
    void instancesThatStartAtOnce_tellEachChangeOnce() {
        start("anna");

        List<ExecutorWatch> instances =
                Stream.generate(() -> watch("clara")).limit(4).toList();
        instances.forEach(ExecutorWatch::start);
        await().atMost(LONG).until(() -> !changes(KRAI).isEmpty());
        instances.forEach(ExecutorWatch::stop);
        start("clara");

        assertThat(changes(KRAI)).extracting(ExecutorWatchIT::names).containsExactly("anna → clara");
        assertThat(told()).containsExactly("anna → clara");
    }

    @Test
    void instanceThatDiesInBetween_hasWrittenNothing_andTheNextOneTellsIt() throws SQLException {
        start("anna");
        ExecutorWatch dying = watch("clara");
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // The change is written; the event about it has to wait.
            statement.execute("lock table executor_event in access exclusive mode");
            dying.start();
            await().atMost(LONG).until(() -> waiting().size() == 1);
            database.execute("select pg_terminate_backend(" + waiting().getFirst() + ")");
            await().atMost(LONG).until(() -> waiting().isEmpty());
            dying.stop();
            other.rollback();
        }
        assertThat(changes(KRAI)).isEmpty();
        assertThat(told()).isEmpty();

        start("clara");

        assertThat(changes(KRAI)).extracting(ExecutorWatchIT::names).containsExactly("anna → clara");
        assertThat(told()).containsExactly("anna → clara");
    }

    /** Who waits for the table of the events: process ids of the database. */
    private List<String> waiting() {
        List<String> pids = new ArrayList<>();
        database.rows("select pid from pg_locks where relation = 'executor_event'::regclass and not granted")
                .forEach(row -> pids.add(String.valueOf(row.getFirst())));
        return pids;
    }

    /** A start with that executor in both jurisdictions, and its end. */
    private void start(String executor) {
        ExecutorWatch watch = watch(executor);
        Directory directory = directory(executor);
        directory.all().stream()
                .map(Organ::jurisdiction)
                .forEach(jurisdiction -> watch.compare(jurisdiction).block(LONG));
    }

    private ExecutorWatch watch(String executor) {
        return new ExecutorWatch(
                store,
                directory(executor),
                TransactionalOperator.create(new R2dbcTransactionManager(connections)),
                time,
                UUID::randomUUID);
    }

    private static Directory directory(String executor) {
        return new Directory(Stream.of(KRAI, SILENT)
                .map(jurisdiction -> new Organ(
                        jurisdiction + ".roads",
                        jurisdiction,
                        "Дороги",
                        null,
                        null,
                        List.of(
                                new Person("head", "Глава", Role.RESPONSIBLE, null),
                                new Person(executor, executor, Role.EXECUTOR, null))))
                .toList());
    }

    private List<ExecutorChange> changes(String jurisdiction) {
        return Objects.requireNonNull(
                store.changes(jurisdiction, jurisdiction + ".roads", 10).block(LONG));
    }

    private List<String> told() {
        return Objects.requireNonNull(outbox.unsent(10)
                .map(Outbox.Entry::envelope)
                .map(envelope -> (ExecutorsChanged) envelope.event())
                .map(event -> event.left().getFirst().name() + " → "
                        + event.came().getFirst().name())
                .collectList()
                .block(LONG));
    }

    private static String names(ExecutorChange change) {
        return change.left().getFirst().name() + " → "
                + change.came().getFirst().name();
    }
}
