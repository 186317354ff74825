package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoresTest {

    private static final TopicPartition ONE = new TopicPartition("changelog", 1);
    private static final TopicPartition OTHER = new TopicPartition("changelog", 2);

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final Restores restores = new Restores(meters);

    @Test
    void restores_areMeasuredEachByItself() {
        restores.onRestoreStart(ONE, "clocks", 0, 10);
        clock.add(Duration.ofSeconds(2));
        restores.onRestoreStart(OTHER, "clocks", 0, 10);
        clock.add(Duration.ofSeconds(3));
        restores.onRestoreEnd(ONE, "clocks", 10);
        restores.onRestoreEnd(OTHER, "clocks", 10);

        assertThat(timer().count()).isEqualTo(2);
        assertThat(timer().totalTime(TimeUnit.SECONDS)).isEqualTo(8);
        assertThat(timer().max(TimeUnit.SECONDS)).isEqualTo(5);
    }

    @Test
    void brokenOff_countsNot_andWhoTakesItUpBeginsAnew() {
        restores.onRestoreStart(ONE, "clocks", 0, 10);
        clock.add(Duration.ofMinutes(5));
        restores.onRestoreSuspended(ONE, "clocks", 5);
        restores.onRestoreStart(ONE, "clocks", 5, 10);
        clock.add(Duration.ofSeconds(1));
        restores.onRestoreEnd(ONE, "clocks", 5);

        assertThat(timer().count()).isEqualTo(1);
        assertThat(timer().totalTime(TimeUnit.SECONDS)).isEqualTo(1);
    }

    private Timer timer() {
        return meters.get("otklik.sla.restore").timer();
    }
}
