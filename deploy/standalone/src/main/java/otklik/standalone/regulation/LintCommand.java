package otklik.standalone.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Russian;
import otklik.regulation.lint.Finding;
import otklik.regulation.lint.RegulationLinter;
import otklik.sla.regulation.LintView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code otklik regulation lint}: what cannot hold in a regulation. One that is installed is also laid beside the others. */
@Command(
        name = "lint",
        description = "Что в регламенте не сходится: сроки, окна, отсылки, шаги без срока и без ответственного.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    private static final int FOUND = 1;

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "РЕГЛАМЕНТ", description = "Имя или файл профиля")
    private String name = "";

    @Override
    public Integer call() {
        Named named = new Named(name);
        Regulation regulation = named.latest();
        List<Finding> findings = new ArrayList<>(RegulationLinter.lint(regulation));
        if (!named.isFile()) {
            findings.addAll(
                    RegulationLinter.compare(regulation, Regulations.installed().all()));
        }
        if (output.isJson()) {
            output.json(LintView.of(regulation, findings));
        } else {
            tell(regulation, findings);
        }
        return findings.isEmpty() ? 0 : FOUND;
    }

    private void tell(Regulation regulation, List<Finding> findings) {
        String count = findings.isEmpty()
                ? "замечаний нет"
                : Russian.count(findings.size(), "замечание", "замечания", "замечаний");
        output.text().println(regulation.name() + ", редакция " + regulation.revision() + ": " + count);
        findings.forEach(finding -> output.text().println("  " + line(finding)));
    }

    private static String line(Finding finding) {
        String clauses = finding.clauses().isEmpty() ? "" : " " + String.join(" ", finding.clauses());
        return finding.kind().code() + clauses + ": " + finding.sentence();
    }
}
