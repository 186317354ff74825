package otklik.bench.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.bench.Report;
import otklik.bench.Report.Figure;

/** That the benchmark measures what it says, on a few hundred incidents: how fast that goes is no matter here. */
class CaseworkIT {

    private static final Size SMALL = new Size(300, 900, 1, 2);

    private final Report report = new Report(new PrintStream(OutputStream.nullOutputStream()), true);

    @Test
    void fewHundredIncidents_areFilledWalkedAndRead_andNoChainIsBroken(@TempDir Path folder) throws Exception {
        CaseworkCommand.fill(folder, SMALL, report);
        CaseworkCommand.fill(folder, SMALL, report);
        int outcome = CaseworkCommand.measure(folder, SMALL, false, report);

        assertThat(report.figures())
                .allSatisfy(figure -> assertThat(figure.value()).isNotNegative().isFinite());
        assertThat(names())
                .as("a filled folder is not filled again")
                .doesNotHaveDuplicates()
                .contains("заполнение", "команда при 200/с, p99");
        assertThat(value("команд в секунду, клиентов 128")).isPositive();
        assertThat(value("фактов в секунду в Kafka тем временем")).isPositive();
        assertThat(names().stream().filter(name -> name.startsWith("GET …/incidents: ")))
                .as("each queue and search, p50 and p95")
                .hasSizeGreaterThan(80);
        assertThat(names())
                .contains("GET …/{id}: руководство всех, p95", "p95 GET …/{id}/timeline", "p95 GET …/incidents");
        assertThat(value("цепочек фактов не сходится, из 60")).isZero();
        assertThat(outcome).isZero();
    }

    private List<String> names() {
        return report.figures().stream().map(Figure::name).toList();
    }

    private double value(String name) {
        return report.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .map(Figure::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names()));
    }
}
