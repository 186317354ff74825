package otklik.standalone.regulation;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import otklik.regulation.Regulation;
import otklik.regulation.lint.RegulationDiff;
import otklik.regulation.lint.RegulationDiff.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code otklik regulation diff}: two regulations, or two revisions of one, step by step. */
@Command(
        name = "diff",
        description = "Два регламента или две редакции одного рядом, шаг за шагом; ≠ — различаются.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Parameters(index = "0", paramLabel = "ПЕРВЫЙ", description = "Имя или файл профиля")
    private String first = "";

    @Parameters(index = "1", paramLabel = "ВТОРОЙ", description = "Имя или файл профиля")
    private String second = "";

    /** @param differs whether the step is not the same on both sides */
    record Line(String step, String left, String right, boolean differs) {}

    record Diff(String left, String right, List<Line> steps) {}

    @Override
    public Integer call() {
        Regulation left = new Named(first).latest();
        Regulation right = new Named(second).latest();
        List<Row> rows = RegulationDiff.rows(left, right);
        if (output.isJson()) {
            output.json(new Diff(
                    first,
                    second,
                    rows.stream()
                            .map(row -> new Line(row.step(), row.left(), row.right(), row.differs()))
                            .toList()));
        } else {
            tell(rows, title(left), title(right));
        }
        return 0;
    }

    private static String title(Regulation regulation) {
        return regulation.name() + ", редакция " + regulation.revision();
    }

    /** Step by step rather than in columns: the texts are long and screens are narrow. */
    private void tell(List<Row> rows, String left, String right) {
        int width = Math.max(left.length(), right.length());
        String side = "    %-" + width + "s  %s";
        for (Row row : rows) {
            output.text().println((row.differs() ? "≠ " : "  ") + row.step());
            output.text().println(String.format(Locale.ROOT, side, left, row.left()));
            output.text().println(String.format(Locale.ROOT, side, right, row.right()));
        }
        long differing = rows.stream().filter(Row::differs).count();
        output.text().println("Различаются " + differing + " из " + rows.size() + ".");
    }
}
