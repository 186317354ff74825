package otklik.standalone.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import otklik.messaging.ProcessClock;
import otklik.standalone.launch.ClassArchive;
import otklik.standalone.launch.DemoPeople;
import otklik.standalone.launch.Installation;
import otklik.standalone.launch.Logs;
import otklik.standalone.launch.Ports;
import otklik.standalone.launch.Progress;
import otklik.standalone.launch.Screen;
import otklik.standalone.launch.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otklik up}: starts everything and stays until it is told to stop. */
@Command(
        name = "up",
        description = "Запустить всё: Kafka, PostgreSQL, службы, консоль и имитацию сетей.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private StateOption state = new StateOption();

    @Option(
            names = "--ports",
            paramLabel = "ЧАСТЬ=ПОРТ",
            defaultValue = "${OTKLIK_PORTS:-}",
            description = "Свои порты, например gateway=9080,kafka=9192 (переменная OTKLIK_PORTS)")
    private String ports = "";

    @Option(
            names = "--port-base",
            paramLabel = "ПОРТ",
            defaultValue = "${OTKLIK_PORT_BASE}",
            description = "Наименьший порт: все займут места подряд от него (переменная OTKLIK_PORT_BASE)")
    private @Nullable Integer base;

    @Option(
            names = "--clock",
            paramLabel = "МОМЕНТ",
            description = "Виртуальные часы с этого момента, например 2026-04-30T08:00+07:00. Нужна своя папка данных:"
                    + " переменная OTKLIK_STATE")
    private @Nullable OffsetDateTime clock;

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        if (clock != null) {
            System.setProperty(ProcessClock.PROPERTY, clock.toString());
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StateFolder folder = state.folder();
        Ports chosen = Ports.chosen(base, ports);
        Logs.into(folder.logs());
        var stopped = new Shutdown(out);
        try (Installation installation = Installation.start(chosen, folder, new Progress(out))) {
            String people = System.getenv().getOrDefault("OTKLIK_PEOPLE", "classpath:identity-people.yml");
            out.print(Screen.of(installation.ports(), folder, DemoPeople.read(people), Progress.seconds(started)));
            try (AutoCloseable archive = ClassArchive.prepare()) {
                stopped.await();
            }
        } finally {
            stopped.done();
        }
        return 0;
    }

    /** Turns Ctrl-C and SIGTERM into an orderly stop: the signal waits until everything has been closed. */
    private static final class Shutdown {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);

        Shutdown(PrintStream out) {
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(out, main), "stop"));
        }

        private void stop(PrintStream out, Thread main) {
            if (done.getCount() == 0) {
                return;
            }
            out.println("\nОстанавливаю…");
            asked.countDown();
            main.interrupt();
            try {
                done.await();
                out.println("Остановлено.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void await() {
            try {
                asked.await();
            } catch (InterruptedException e) {
                // The signal came: go on to the end. The flag stays cleared, closing must be able to wait.
            }
        }

        void done() {
            done.countDown();
        }
    }
}
