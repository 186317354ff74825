package otklik.bench.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import otklik.bench.Report;
import otklik.bench.Report.Figure;

/**
 * That what the benchmark counts comes out: terms set, restored from Kafka, moved by a decree, ended, and each told once. Not here: lateness,
 * restart, hand-over and herd, which wait for the clock for minutes whatever their size; of the service itself KilledIT and DowntimeIT of
 * sla-timer-service hold these.
 */
class TimersIT {

    private static final Size SMALL = new Size(120, 40, 1, 1, 1);

    private final Report report = new Report(new PrintStream(OutputStream.nullOutputStream()), true);

    @Test
    void fewTerms_areSetRestoredMovedAndEnded_andEachIsToldOnce() {
        try (OtklikTimers timers = new OtklikTimers(SMALL, report)) {
            timers.store();
            timers.rearm();
            timers.change();
            timers.tally();
        }

        assertThat(report.figures())
                .allSatisfy(figure -> assertThat(figure.value()).isNotNegative().isFinite());
        assertThat(value("место на диске, на срок")).isPositive();
        assertThat(value("указ: из них перенесено")).isEqualTo(240);
        assertThat(value("событий всего"))
                .as("set, moved, met or cancelled")
                .isGreaterThanOrEqualTo(360 + 240 + 80 + 120);
        assertThat(value("повторов")).isZero();
    }

    private double value(String name) {
        return report.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .map(Figure::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + report.figures()));
    }
}
