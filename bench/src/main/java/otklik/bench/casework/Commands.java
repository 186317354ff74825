package otklik.bench.casework;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.bench.Cpu;
import otklik.bench.Report;
import reactor.core.publisher.Mono;

/** How many commands a second, how long each takes at a given pace, and whether Kafka hears of them as fast. */
final class Commands {

    private static final int CLIENTS = 128;
    private static final int PER_SECOND = 200;
    private static final double THROUGHPUT = 1_500;
    private static final double LATENCY = 50;
    private static final int SHORT = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int MOST_WARM_UPS = 40;
    private static final Duration CLEANING = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** The pace is held that many times as long as full speed: of what is slowest one wants to see more than one. */
    private static final int LONGER = 3;
    /** Of one core: so much for the compilers of the JVM in a round of warming up is nothing to speak of. */
    private static final double QUIET = 0.08;

    private final Platform platform;
    private final ConfigurableApplicationContext service;
    private final Walkers walkers;
    private final Size size;
    private final Report report;

    Commands(Platform platform, ConfigurableApplicationContext service, Walkers walkers, Size size, Report report) {
        this.platform = platform;
        this.service = service;
        this.walkers = walkers;
        this.size = size;
        this.report = report;
    }

    /** New incidents and the way of each. @return how many */
    static int gather(Platform platform, Lives lives, Walkers walkers, int atMost) throws SQLException {
        int count = 0;
        try (Connection connection = platform.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, jurisdiction, version from incident where state = 'NEW' and channel = 'site' "
                                + "order by number desc limit " + atMost)) {
            while (row.next()) {
                walkers.add(
                        UUID.fromString(row.getString("id")),
                        lives.way(row.getString("jurisdiction"), count++),
                        row.getLong("version"));
            }
        }
        return count;
    }

    void measure() throws SQLException, IOException {
        warmUp();
        settle();
        disk();
        pace();
        throughput();
    }

    /** Until the compilers of the JVM have nothing left to do with a command: a service that runs for days is what is measured. */
    private void warmUp() {
        if (size.seconds() < SHORT) {
            Pace.full(CLIENTS, Duration.ofSeconds(1), walkers.move());
            return;
        }
        double compiling = 1;
        for (int round = 1; round <= MOST_WARM_UPS && compiling > QUIET; round++) {
            int before = walkers.done();
            long compilers = Cpu.nanosOfCompilers();
            Pace.full(CLIENTS, WARM_UP, walkers.move());
            compiling = share(compilers, WARM_UP);
            report.note("разогрев " + round + ": " + (walkers.done() - before) / WARM_UP.toSeconds()
                    + " команд в секунду, компиляторы JVM занимали " + Math.round(compiling * 100) + " % ядра");
        }
    }

    /** What full speed left behind is sent, cleaned up and on disk before it is measured what a lower pace takes. */
    private void settle() throws SQLException {
        awaitRelayed();
        long end = System.nanoTime() + CLEANING.toNanos();
        while (count("select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'") > 0
                && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        try (Connection connection = platform.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** Of one core, that the compilers took since. */
    private static double share(long compilersBefore, Duration since) {
        return (double) (Cpu.nanosOfCompilers() - compilersBefore) / since.toNanos();
    }

    private void throughput() throws SQLException {
        int before = walkers.done();
        double relayedBefore = relayed();
        ProcessHandle server = platform.postgres();
        long own = Cpu.nanos();
        long database = Cpu.nanosOfChildren(server);
        long compilers = Cpu.nanosOfCompilers();
        long started = System.nanoTime();
        Latencies latencies = new Latencies();
        Mono<Void> timed = Mono.defer(() -> {
            long began = System.nanoTime();
            return walkers.move().doOnSuccess(nothing -> latencies.add(System.nanoTime() - began));
        });
        Pace.full(CLIENTS, Duration.ofSeconds(size.seconds()), timed);
        double seconds = (System.nanoTime() - started) / 1e9;
        int done = walkers.done() - before;
        double perSecond = done / seconds;
        double ownMicros = (Cpu.nanos() - own) / 1e3 / done;
        double databaseMicros = (Cpu.nanosOfChildren(server) - database) / 1e3 / done;
        double compiling = share(compilers, Duration.ofNanos(System.nanoTime() - started));
        double relayedPerSecond = (relayed() - relayedBefore) / seconds;
        long unsent = unsent();
        report.figure(
                "команд в секунду, клиентов " + CLIENTS,
                "Отклик",
                perSecond,
                "1/с",
                Goals.atLeast(THROUGHPUT, perSecond));
        report.figure("процессора на команду: служба, Kafka и клиенты", "Отклик", ownMicros, "мкс", null);
        report.figure("процессора на команду: PostgreSQL", "Отклик", databaseMicros, "мкс", null);
        report.figure("компиляторы JVM тем временем", "Отклик", compiling * 100, "% ядра", null);
        report.figure("при этом p50", "Отклик", latencies.millis(0.5), "мс", null);
        report.figure("при этом p99", "Отклик", latencies.millis(0.99), "мс", null);
        report.figure("фактов в секунду в Kafka тем временем", "Отклик", relayedPerSecond, "1/с", null);
        report.figure("не отправлено в конце", "Отклик", (double) unsent, "шт", null);
        long draining = System.nanoTime();
        awaitRelayed();
        report.figure("отправлено всё через", "Отклик", (System.nanoTime() - draining) / 1e6, "мс", null);
    }

    private void disk() throws IOException {
        Latencies latencies = Disk.writeThrough(platform.folder(), PER_SECOND, PER_SECOND * size.seconds() * LONGER);
        report.figure(
                "рядом: страница на диск при " + PER_SECOND + "/с, p99", "диск", latencies.millis(0.99), "мс", null);
        report.figure("рядом: страница на диск, наибольшее", "диск", latencies.millis(1), "мс", null);
    }

    private void pace() {
        Latencies latencies = Pace.open(PER_SECOND, PER_SECOND * size.seconds() * LONGER, number -> walkers.move());
        report.figure("команда при " + PER_SECOND + "/с, p50", "Отклик", latencies.millis(0.5), "мс", null);
        report.figure("команда при " + PER_SECOND + "/с, p95", "Отклик", latencies.millis(0.95), "мс", null);
        double p99 = latencies.millis(0.99);
        report.figure("команда при " + PER_SECOND + "/с, p99", "Отклик", p99, "мс", Goals.atMost(LATENCY, p99));
        report.figure("команда при " + PER_SECOND + "/с, наибольшее", "Отклик", latencies.millis(1), "мс", null);
    }

    private double relayed() {
        return service.getBean(MeterRegistry.class)
                .get("otklik.outbox.relayed")
                .counter()
                .count();
    }

    private long unsent() throws SQLException {
        return count("select count(*) from unsent_event");
    }

    private long count(String query) throws SQLException {
        try (Connection connection = platform.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void awaitRelayed() throws SQLException {
        while (unsent() > 0) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
