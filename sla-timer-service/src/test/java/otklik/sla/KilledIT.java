package otklik.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.testkit.Platform;
import otklik.testkit.TestKafka;

/**
 * The service as a process of its own, killed with -9 while deadlines fall due every few milliseconds, and started again without its disk:
 * each breach is told exactly once, with its own instant, none before its time. A hundred kills: {@code ./otklik bench timers --kills 100}.
 */
class KilledIT {

    private static final int INCIDENTS = 1_000;
    private static final Duration SPREAD = Duration.ofSeconds(15);

    private final long run = ProcessHandle.current().pid();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aKilledService_losesNothing_doublesNothing_andIsNeverEarly() {
        FallingDue due = new FallingDue(TestKafka.bootstrapServers(), "killed alone " + run);
        Process first = startService("alone", "first");
        try {
            makeThemFallDue(due);
        } finally {
            first.destroyForcibly().onExit().join();
        }
        assertThat(due.breaches().size()).isLessThan(INCIDENTS);

        Process second = startService("alone", "second");
        try {
            due.awaitEachOnce(Duration.ofMinutes(2));
        } finally {
            second.destroyForcibly().onExit().join();
        }
    }

    /** Whoever is left takes over what the killed ones kept. */
    @Test
    void twoOfThreeInstances_killedOneAfterTheOther_areReplacedByTheThird() {
        FallingDue due = new FallingDue(TestKafka.bootstrapServers(), "killed of three " + run);
        List<Process> instances = Stream.of("one", "two", "three")
                .map(name -> startService("three", name))
                .toList();
        try {
            makeThemFallDue(due);
            instances.get(0).destroyForcibly().onExit().join();
            await().atMost(Duration.ofSeconds(90)).until(() -> due.breaches().size() > INCIDENTS / 2);
            instances.get(1).destroyForcibly().onExit().join();
            due.awaitEachOnce(Duration.ofMinutes(2));
        } finally {
            instances.forEach(instance -> instance.destroyForcibly().onExit().join());
        }
    }

    /** Returns while they do: a tenth was told. */
    private static void makeThemFallDue(FallingDue due) {
        due.register(1, i -> Instant.now());
        due.awaitAllSet();
        Instant earliest = Instant.now().plusSeconds(5);
        due.register(INCIDENTS - 1, i -> earliest.plus(SPREAD.multipliedBy(i).dividedBy(INCIDENTS)));
        await().atMost(Duration.ofSeconds(90)).until(() -> due.breaches().size() > INCIDENTS / 10);
    }

    private Process startService(String application, String name) {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SlaTimerService.class.getName(),
                "--server.port=0");
        Platform.settings().forEach((key, value) -> process.environment().put(key, value.toString()));
        process.environment().remove("server.port");
        process.environment().put("SLA_STATE_DIR", folder.resolve(name).toString());
        process.environment().put("SLA_APPLICATION_ID", "sla-killed-it-" + application);
        process.environment().put("SLA_SESSION_TIMEOUT", "6s");
        process.redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        try {
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
