package otklik.standalone.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.embedded.EmbeddedKafka;
import otklik.embedded.EmbeddedPostgres;

/** A whole Otklik in this process. Started at once or not at all; what was started is stopped in reverse order. */
public final class Installation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int STARTS_AT_ONCE = 2;
    private static final List<String> DATABASES =
            List.of("otklik_ingest", "otklik_routing", "otklik_publisher", "otklik_reporting");

    private final Ports ports;
    private final StateFolder state;
    private final Progress progress;
    private final Deque<Running> running = new ArrayDeque<>();

    private Installation(Ports ports, StateFolder state, Progress progress) {
        this.ports = ports;
        this.state = state;
        this.progress = progress;
    }

    /** @throws LaunchException if something stands in the way; then nothing is left running */
    public static Installation start(Ports ports, StateFolder state, Progress progress) {
        Logs.belongToTheProcess();
        var installation = new Installation(ports, state, progress);
        try {
            installation.startAll();
            return installation;
        } catch (Exception e) {
            LOG.error("The start failed; what was started is stopped", e);
            installation.close();
            throw StartTrouble.told(e, state);
        }
    }

    public Ports ports() {
        return ports;
    }

    private void startAll() throws Exception {
        keep("папка", state.hold());
        EmbeddedPostgres.stopOrphan(postgresFolder());
        ports.requireFree();
        progress.say("Отклик запускается, данные в " + state.path());
        startPlatform();
        startParts(Surroundings.of(ports, state, System.getenv()));
        progress.step("проверка готовности", () -> {
            try (var health = new Health(ports)) {
                health.awaitAll();
            }
            return true;
        });
        state.remember(ports);
    }

    private Path postgresFolder() {
        return state.path().resolve("postgres");
    }

    private void startPlatform() throws Exception {
        EmbeddedKafka kafka = progress.step(
                "Kafka",
                () -> keep(
                        "Kafka",
                        EmbeddedKafka.builder()
                                .dataFolder(state.path().resolve("kafka"))
                                .port(ports.of(Port.KAFKA))
                                // A record's time is the broker's, so that a virtual clock neither offends its limits
                                // nor ages records.
                                .setting("log.message.timestamp.type", "LogAppendTime")
                                .start()));
        EmbeddedPostgres postgres = progress.step(
                "PostgreSQL",
                () -> keep(
                        "PostgreSQL",
                        EmbeddedPostgres.builder()
                                .dataFolder(postgresFolder())
                                .port(ports.of(Port.POSTGRES))
                                .start()));
        progress.step("базы и топики", () -> {
            DATABASES.forEach(postgres::createDatabaseIfAbsent);
            return Topics.createMissing(kafka.bootstrapServers());
        });
    }

    private void startParts(Map<String, String> surroundings) throws Exception {
        try (ExecutorService starts = Executors.newFixedThreadPool(STARTS_AT_ONCE)) {
            List<Future<ConfigurableApplicationContext>> all = Arrays.stream(Part.values())
                    .map(part -> starts.submit(() -> startPart(part, surroundings)))
                    .toList();
            awaitAll(all);
        }
    }

    /** The first failure is enough: what has not begun to start does not. */
    private static void awaitAll(List<Future<ConfigurableApplicationContext>> all) throws Exception {
        try {
            for (Future<ConfigurableApplicationContext> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            // Without effect on those that have started; whatever is under way comes to its end and is stopped with the
            // rest.
            all.forEach(one -> one.cancel(false));
        }
    }

    private ConfigurableApplicationContext startPart(Part part, Map<String, String> surroundings) throws Exception {
        try {
            return progress.step(
                    part.port().title(),
                    () -> keep(part.key(), PartStart.start(part, with(part, surroundings), false)));
        } catch (Exception e) {
            throw new PartFailure(part, e);
        }
    }

    private Map<String, String> with(Part part, Map<String, String> surroundings) {
        var own = new java.util.LinkedHashMap<>(surroundings);
        own.put("server.port", Integer.toString(ports.of(part.port())));
        return own;
    }

    private <T extends AutoCloseable> T keep(String title, T started) {
        synchronized (running) {
            running.push(new Running(title, started));
        }
        return started;
    }

    /** Stops everything, the last started first; goes on when one of them does not stop as it should. */
    @Override
    public void close() {
        synchronized (running) {
            while (!running.isEmpty()) {
                running.pop().stop();
            }
        }
    }

    /** One started thing. */
    private record Running(String title, AutoCloseable thing) {

        void stop() {
            try {
                LOG.info("Stopping {}", title);
                thing.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop as it should; the rest is stopped all the same", title, e);
            }
        }
    }

    /** Says which part did not start. */
    static final class PartFailure extends Exception {

        private static final long serialVersionUID = 1L;
        private final Part part;

        PartFailure(Part part, Exception cause) {
            super(cause);
            this.part = part;
        }

        Part part() {
            return part;
        }
    }
}
