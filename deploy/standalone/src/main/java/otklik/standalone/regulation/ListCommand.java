package otklik.standalone.regulation;

import java.util.List;
import java.util.concurrent.Callable;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otklik regulation list}: what there is, revision by revision. */
@Command(
        name = "list",
        description = "Какие регламенты есть: редакции, с какого дня действуют, этапы со сроком.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    /** @param stages those with a term */
    record Row(String id, int revision, String inForceFrom, String name, String document, List<String> stages) {

        static Row of(Regulation regulation) {
            return new Row(
                    regulation.id(),
                    regulation.revision(),
                    regulation.profile().inForceFrom().toString(),
                    regulation.name(),
                    regulation.profile().document(),
                    List.copyOf(regulation.stages()));
        }
    }

    @Override
    public Integer call() {
        Regulations installed = Regulations.installed();
        List<Row> rows = installed.ids().stream()
                .flatMap(id -> installed.revisions(id).stream())
                .map(Row::of)
                .toList();
        if (output.isJson()) {
            output.json(rows);
            return 0;
        }
        rows.forEach(this::tell);
        return 0;
    }

    private void tell(Row row) {
        output.text()
                .println(row.id() + " — " + row.name() + ", редакция " + row.revision() + ", действует с "
                        + row.inForceFrom());
        output.text().println("  " + row.document());
        output.text().println("  этапы: " + String.join(", ", row.stages()));
    }
}
