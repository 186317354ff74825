package otklik.bench.timers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.sla.SlaTimerService;

/** The sla-timer-service as it is delivered, in this JVM: started, stopped, deprived of its disk. */
final class RunningService implements AutoCloseable {

    static final String GROUP = "otklik-sla-timer";

    private final String bootstrap;
    private final Path state = Folders.temporary();
    private @Nullable ConfigurableApplicationContext context;

    RunningService(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    void start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--KAFKA_BOOTSTRAP=" + bootstrap,
                "--OTKLIK_ISSUER=http://127.0.0.1:1",
                "--SLA_STATE_DIR=" + state,
                "--otklik.sla.application-id=" + GROUP,
                // The count of open deadlines is not what is measured.
                "--SLA_COUNT_EVERY=1h",
                "--logging.level.root=" + System.getProperty("otklik.bench.log", "ERROR"),
                "--logging.level.org.apache.kafka=" + System.getProperty("otklik.bench.log", "ERROR")));
        context = SlaTimerService.application().run(arguments.toArray(String[]::new));
    }

    /** Milliseconds until the clocks run, all of them restored. */
    long awaitRunning() {
        long started = System.nanoTime();
        HealthIndicator clocks = running().getBean("clocksHealthIndicator", HealthIndicator.class);
        Waiting.until(Duration.ofMinutes(10), () -> {
            var health = clocks.health();
            return health != null && health.getStatus().equals(Status.UP);
        });
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** The longest of one kind of work, as the service itself measured it; NaN if it does not know the meter. */
    double longestMillis(String meter) {
        var found = running()
                .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .find(meter)
                .timer();
        return found == null ? Double.NaN : found.max(java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    long stateBytes() {
        return Folders.size(state);
    }

    void loseState() {
        Folders.delete(state);
    }

    @Override
    public void close() {
        stop();
        Folders.delete(state);
    }

    private ConfigurableApplicationContext running() {
        if (context == null) {
            throw new IllegalStateException("the service does not run");
        }
        return context;
    }
}
