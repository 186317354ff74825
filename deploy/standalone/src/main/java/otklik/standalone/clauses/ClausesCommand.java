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

    @Option(
            names = "--done",
            description =
                    "Только проверить: код 1, если пункт, отмеченный в профиле (done), не держится ни одним пройденным тестом")
    private boolean done;

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
        return done ? checkDone(table) : write(table);
    }

    private static int checkDone(ClauseTable table) {
        List<String> broken = new DoneClauses(ClauseTable.marked()).broken(table);
        broken.forEach(System.out::println);
        return broken.isEmpty() ? 0 : 1;
    }

    private int write(ClauseTable table) throws IOException {
        tellUnmarked(table);
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

    private static void tellUnmarked(ClauseTable table) {
        List<String> unmarked = new DoneClauses(ClauseTable.marked()).unmarked(table);
        if (!unmarked.isEmpty()) {
            System.out.println("Держатся, но не отмечены в done профиля: " + String.join(", ", unmarked) + ".");
        }
    }
}
