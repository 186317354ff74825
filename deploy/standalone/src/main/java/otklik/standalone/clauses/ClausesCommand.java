package otklik.standalone.clauses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import otklik.standalone.launch.LaunchException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otklik clauses}: writes docs/clauses.md from what the last run of all tests noted, or checks that it is up to date. */
@Command(
        name = "clauses",
        description = "Составить docs/clauses.md по пройденным тестам (сначала ./otklik test).",
        mixinStandardHelpOptions = true)
public final class ClausesCommand implements Callable<Integer> {

    @Option(names = "--root", paramLabel = "ПАПКА", defaultValue = ".", description = "Папка проекта")
    private Path root = Path.of(".");

    @Option(names = "--check", description = "Только сверить: код 1, если таблица устарела")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        ClauseTable table = ClauseTable.read(root);
        if (table.isEmpty()) {
            throw new LaunchException("Тесты ещё не запускались: сначала ./otklik test.");
        }
        List<String> unknown = table.unknown();
        if (!unknown.isEmpty()) {
            throw new LaunchException("Тесты называют пункты, которых нет в списке: " + String.join(", ", unknown)
                    + ". Исправьте номер или добавьте пункт в regulations/clauses.yaml.");
        }
        Path file = root.resolve("docs").resolve("clauses.md");
        String text = table.markdown();
        boolean same = Files.exists(file) && Files.readString(file, UTF_8).equals(text);
        if (check) {
            System.out.println(
                    same ? "docs/clauses.md верна." : "docs/clauses.md устарела: ./otklik clauses обновит её.");
            return same ? 0 : 1;
        }
        Files.writeString(file, text, UTF_8);
        System.out.println(same ? "docs/clauses.md не изменилась." : "docs/clauses.md обновлена.");
        return 0;
    }
}
