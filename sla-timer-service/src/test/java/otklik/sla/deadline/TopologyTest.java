package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import otklik.messaging.EventCodec;
import otklik.regulation.Regulations;

class TopologyTest {

    /** Names of stores and nodes are part of the stored form: another name loses the state. Change the file only with a migration. */
    @Test
    void topology_isAsPinned() throws IOException {
        DeadlineTopology topology = new DeadlineTopology(new DeadlineTopology.Parts(
                Bench.SETTINGS,
                new EventCodec("sla-timer-service"),
                Regulations.shipped(),
                InstantSource.system(),
                new DeadlineMetrics(new SimpleMeterRegistry())));

        assertThat(topology.get().describe().toString().strip()).isEqualTo(pinned().strip());
    }

    private static String pinned() throws IOException {
        try (InputStream in = Objects.requireNonNull(TopologyTest.class.getResourceAsStream("/topology.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
