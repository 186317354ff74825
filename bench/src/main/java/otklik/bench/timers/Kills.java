package otklik.bench.timers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import otklik.bench.Report;
import otklik.embedded.EmbeddedKafka;

/**
 * The service as processes of their own, two of them with a copy of the state each; one after another is killed with -9 at a random instant
 * while deadlines fall due all the time, and started again.
 */
final class Kills implements AutoCloseable {

    private static final String SUBJECT = "Отклик";
    private static final int INSTANCES = 2;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int THREADS = 2;
    /** Once it is back: long enough to have its copy again. */
    private static final Duration COPYING = Duration.ofSeconds(3);

    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Report report;
    private final Broker broker = new Broker(EmbeddedKafka.builder()
            // What a broker has to allow for a takeover within two seconds.
            .setting("group.min.session.timeout.ms", "1000")
            .setting("transaction.abort.timed.out.transaction.cleanup.interval.ms", "250")
            .start());
    private final Path folder = Folders.temporary();
    private final List<@Nullable Process> running = new ArrayList<>();
    private final Random random = new Random(20_261_127);

    Kills(Report report) {
        this.report = report;
    }

    void measure(int kills) {
        for (int i = 0; i < INSTANCES; i++) {
            running.add(started(i));
        }
        broker.awaitTopics();
        broker.awaitMembers(INSTANCES * THREADS);
        try (Deliveries deliveries = new Deliveries(broker.told(true))) {
            Endless endless = new Endless(broker, BETWEEN, AHEAD);
            Thread feeding = Thread.ofPlatform().daemon().start(endless);
            Gaps gaps = deliveries.gaps();
            gaps.awaitFirst();
            for (int kill = 1; kill <= kills; kill++) {
                kill(kill, kills, gaps);
            }
            endless.end();
            join(feeding);
            tell(kills, gaps, endless.count());
        }
    }

    /** Kills when it likes, waits until deadlines are told again and the killed one is back with its copy. */
    private void kill(int number, int of, Gaps gaps) {
        int victim = number % INSTANCES;
        Waiting.until(Instant.now().plusMillis(random.nextInt(1_500)));
        Process process = running.get(victim);
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        Duration gap = gaps.afterKill();
        report.note("убита служба " + number + " из " + of + ": следующий срок сказан через " + gap.toMillis() + " мс");
        running.set(victim, started(victim));
        broker.awaitMembers(INSTANCES * THREADS);
        Waiting.until(Instant.now().plus(COPYING));
    }

    private void tell(int kills, Gaps gaps, int expected) {
        gaps.awaitAll(expected);
        report.figure("убито служб", SUBJECT, kills, "раз", null);
        report.figure("сроков за это время", SUBJECT, expected, "шт", null);
        report.figure("потеряно", SUBJECT, expected - gaps.distinct(), "шт", "0");
        report.figure("сказано дважды", SUBJECT, gaps.repeats(), "шт", "0");
        report.figure("сказано раньше времени", SUBJECT, gaps.early(), "шт", "0");
        report.figure("после kill -9 снова говорит через, p50", SUBJECT, gaps.percentile(0.5), "мс", null);
        report.figure("после kill -9 снова говорит через, наибольшее", SUBJECT, gaps.percentile(1), "мс", "≤ 2000");
    }

    private Process started(int number) {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dotklik.bench.log=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                "otklik.sla.SlaTimerService",
                "--server.port=0",
                "--SLA_STATE_DIR=" + folder.resolve("state-" + number),
                "--SLA_STANDBYS=1",
                "--SLA_SESSION_TIMEOUT=1500ms",
                "--SLA_TRANSACTION_TIMEOUT=1500ms",
                "--KAFKA_BOOTSTRAP=" + broker.bootstrap(),
                "--OTKLIK_ISSUER=http://127.0.0.1:1");
        process.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service-" + number + ".log").toFile()));
        try {
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : running) {
            if (process != null) {
                process.destroyForcibly();
                try {
                    process.waitFor(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        broker.close();
        Folders.delete(folder);
    }
}
