package otklik.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessClockTest {

    private static final Instant THERE = Instant.parse("2026-04-30T01:00:00Z");

    private Instant machine = Instant.parse("2026-11-22T21:00:00Z");
    private final ProcessClock clock = new ProcessClock(() -> machine, THERE);

    @Test
    void aVirtualClock_runsAtTheMachinesPace_andIsAdvanced() {
        assertThat(clock.instant()).isEqualTo(THERE);
        machine = machine.plusSeconds(7);
        assertThat(clock.instant()).isEqualTo(THERE.plusSeconds(7));

        clock.advance(Duration.ofDays(30));
        assertThat(clock.instant()).isEqualTo(THERE.plusSeconds(7).plus(Duration.ofDays(30)));
    }

    @Test
    void itIsNeverPutBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.instant()).isEqualTo(THERE);
    }
}
