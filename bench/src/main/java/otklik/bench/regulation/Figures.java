package otklik.bench.regulation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** What came out of a run: time, allocation, and how many times as long the others take. */
final class Figures {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final Map<String, String> TITLES = Map.of(
            "Otklik", "Отклик, long → long",
            "OtklikInstant", "Отклик, Instant → Instant",
            "Walk", "обход по дням (java.time)",
            "Jbpm", "jBPM BusinessCalendarImpl",
            "Strata", "Strata HolidayCalendar (даты)");

    private final List<Row> rows;

    /**
     * One line.
     *
     * @param work {@code hours}: nine working hours; {@code days}: seven working days
     * @param nanos median of the iterations: a machine that does other things as well spoils the mean
     * @param best the quickest iteration, ns
     * @param bytes allocated
     * @param ratio how many times as long as ours, of the medians
     */
    record Row(String work, String who, double nanos, double best, double bytes, double ratio) {}

    Figures(List<RunResult> results) {
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), result -> result));
        this.rows = byName.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), ours(entry.getKey(), byName)))
                .sorted(Comparator.comparing(Row::work).reversed().thenComparingDouble(Row::nanos))
                .toList();
    }

    List<Row> rows() {
        return rows;
    }

    String text() {
        StringBuilder text =
                new StringBuilder("\n%-7s %-30s %12s %10s %10s %8s%n".formatted("", "", "нс", "лучшее", "байт", "раз"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-7s %-30s %12.1f %10.1f %10.0f %8.1f%n",
                    row.work().equals("hours") ? "+9 ч" : "+7 дн",
                    TITLES.getOrDefault(row.who(), row.who()),
                    row.nanos(),
                    row.best(),
                    row.bytes(),
                    row.ratio()));
        }
        return text.toString();
    }

    private static Row row(String name, RunResult result, double ours) {
        double nanos = median(result);
        return new Row(
                work(name),
                name.substring(work(name).length()),
                nanos,
                result.getPrimaryResult().getStatistics().getMin(),
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                        .getScore(),
                nanos / ours);
    }

    private static double ours(String name, Map<String, RunResult> byName) {
        String own = work(name) + "Otklik";
        return median(Objects.requireNonNull(byName.get(own), own));
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String work(String name) {
        return name.startsWith("hours") ? "hours" : "days";
    }
}
