package otklik.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;

/** The figures of one benchmark in the order of measuring, printed as they come (or at the end as JSON) with what the machine was doing. */
public final class Report {

    /**
     * One figure.
     *
     * @param goal in words, null where there is none
     */
    public record Figure(
            String name,
            String subject,
            double value,
            String unit,
            @Nullable String goal) {}

    private final PrintStream out;
    private final boolean json;
    private final List<Figure> figures = new ArrayList<>();
    private final double loadBefore = load();

    public Report(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** A figure; {@code subject} is whose: ours or the peer's name. */
    public void figure(String name, String subject, double value, String unit, @Nullable String goal) {
        figures.add(new Figure(name, subject, value, unit, goal));
        if (!json) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-44s %-14s %,14.1f %-6s %s",
                    name,
                    subject,
                    value,
                    unit,
                    goal == null ? "" : "цель " + goal));
        }
    }

    /** What is being done now; for people only. */
    public void note(String text) {
        if (!json) {
            out.println("· " + text);
        }
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** The last line, or the whole as JSON. */
    public void end() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("java", Runtime.version().toString());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("loadBefore", loadBefore);
        machine.put("loadAfter", load());
        if (json) {
            out.println(Json.mapper().writeValueAsString(Map.of("machine", machine, "figures", figures)));
        } else {
            out.println("Машина: " + machine);
        }
        out.flush();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
