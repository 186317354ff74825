package otklik.bench.timers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import otklik.regulation.Regulations;
import otklik.sla.SlaTimerService;

/** The sla-timer-service as it is delivered, in this JVM: started, stopped, deprived of its disk. */
final class RunningService implements AutoCloseable {

    static final String GROUP = "otklik-sla-timer";

    private final String bootstrap;
    private final int standbys;
    private final Path state = Folders.temporary();
    private Regulations regulations = Regulations.shipped();
    private @Nullable ConfigurableApplicationContext context;

    RunningService(String bootstrap) {
        this(bootstrap, 0);
    }

    /** @param standbys copies of the state on other instances */
    RunningService(String bootstrap, int standbys) {
        this.bootstrap = bootstrap;
        this.standbys = standbys;
    }

    /** From the next start on. */
    void goBy(Regulations others) {
        regulations = others;
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
                "--SLA_STANDBYS=" + standbys,
                "--spring.jmx.enabled=false",
                "--logging.level.root=" + System.getProperty("otklik.bench.log", "ERROR"),
                "--logging.level.org.apache.kafka=" + System.getProperty("otklik.bench.log", "ERROR")));
        Regulations binding = regulations;
        context = SlaTimerService.application()
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("binding", Regulations.class, () -> binding, bean -> bean.setPrimary(true)))
                .run(arguments.toArray(String[]::new));
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
        var found = running().getBean(MeterRegistry.class).find(meter).timer();
        return found == null ? Double.NaN : found.max(TimeUnit.MILLISECONDS);
    }

    /** Mean length of one kind of work while the time given goes by, in microseconds. */
    double meanMicros(String meter, Duration during) {
        Timer timer = running().getBean(MeterRegistry.class).get(meter).timer();
        long count = timer.count();
        double total = timer.totalTime(TimeUnit.MICROSECONDS);
        Waiting.until(Instant.now().plus(during));
        return (timer.totalTime(TimeUnit.MICROSECONDS) - total) / (timer.count() - count);
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
