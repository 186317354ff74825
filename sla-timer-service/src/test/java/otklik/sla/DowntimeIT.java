package otklik.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import otklik.embedded.EmbeddedKafka;
import otklik.testkit.Platform;
import otklik.testkit.SettableTime;

/** Nobody looked for an hour; the broker went away and came back; the clock of the machine was put forward and back. On a real Kafka of its own. */
class DowntimeIT {

    private static final Instant MORNING = Instant.parse("2026-06-10T02:00:00Z");
    private static final int HERD = 100_000;

    private final SettableTime time = new SettableTime(MORNING);

    @TempDir
    Path folder = Path.of("");

    /** Bounded pieces: that no single tick takes all of them is held by TimekeeperTest and measured by the bench. */
    @Test
    void aHundredThousandDeadlinesOfAnHourOfDowntime_areEachToldOnce_oldestFirst() {
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            FallingDue due = new FallingDue(kafka.bootstrapServers(), "downtime");
            try (var service = start(kafka.bootstrapServers())) {
                // All warnings are told at once: the breach is the next thing that comes about with each.
                due.register(HERD, i -> MORNING.plusMillis(1_000 + 170_000L * i / HERD));
                due.awaitAllSet();
            }

            time.tick(Duration.ofHours(1));
            try (var service = start(kafka.bootstrapServers())) {
                due.awaitEachOnce(Duration.ofMinutes(3));
            }

            Map<Integer, List<FallingDue.Breach>> byPartition =
                    due.breaches().stream().collect(Collectors.groupingBy(FallingDue.Breach::partition));
            assertThat(byPartition.values())
                    .hasSize(4)
                    .allSatisfy(breaches -> assertThat(breaches)
                            .isSortedAccordingTo(Comparator.comparing(
                                    breach -> breach.event().dueAt())));
        }
    }

    @Test
    void aBrokerThatGoesAwayAndComesBack_costsNothing() {
        EmbeddedKafka.Builder node = EmbeddedKafka.builder().dataFolder(folder.resolve("kafka"));
        FallingDue due;
        ConfigurableApplicationContext service;
        try (EmbeddedKafka first = node.start()) {
            node.port(first.port());
            due = new FallingDue(first.bootstrapServers(), "broker");
            service = start(first.bootstrapServers());
            due.register(1_700, i -> MORNING.plusSeconds(60 + i));
            due.awaitAllSet();
            time.tick(Duration.ofMinutes(20));
            await().atMost(Duration.ofMinutes(1)).until(() -> due.breaches().size() > 100);
        }

        time.tick(Duration.ofMinutes(20));
        try (EmbeddedKafka second = node.start();
                ConfigurableApplicationContext closing = service) {
            time.tick(Duration.ofHours(1));
            due.awaitEachOnce(Duration.ofMinutes(2));
        }
    }

    @Test
    void aClockThatIsPutForwardAndBackByMinutes_tellsEachOnce_andNoneEarly() {
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            FallingDue due = new FallingDue(kafka.bootstrapServers(), "steps");
            try (var service = start(kafka.bootstrapServers())) {
                due.register(1_200, i -> MORNING.plusSeconds(60 + i));
                due.awaitAllSet();
                for (int minutes : new int[] {7, -5, 6, -4, 3}) {
                    time.tick(Duration.ofMinutes(minutes));
                    Instant reached = MORNING.plus(Duration.ofMinutes(7));
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> due.breaches().size() >= 360);
                    assertThat(due.breaches())
                            .allSatisfy(breach ->
                                    assertThat(breach.event().dueAt()).isBefore(reached.plus(Duration.ofMinutes(1))));
                }
                due.register(1, i -> time.instant().minusSeconds(200));
                time.tick(Duration.ofMinutes(30));
                due.awaitEachOnce(Duration.ofMinutes(1));
            }
        }
    }

    private ConfigurableApplicationContext start(String bootstrap) {
        return SlaTimerService.application()
                .properties(Platform.settings())
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("testTime", InstantSource.class, () -> time))
                .run(
                        "--server.port=0",
                        "--KAFKA_BOOTSTRAP=" + bootstrap,
                        "--SLA_STATE_DIR=" + folder.resolve("state"),
                        "--spring.jmx.enabled=false");
    }
}
