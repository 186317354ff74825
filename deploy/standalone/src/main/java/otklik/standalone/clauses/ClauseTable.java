package otklik.standalone.clauses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import otklik.regulation.ClauseLedger;
import otklik.regulation.ClauseLedger.Clause;
import otklik.regulation.Regulations;

/**
 * The table of clauses: what each demands, whether it is held, by which tests. A clause is held when all tests that name it passed and no
 * lack is written down for it; a clause that no test names is not.
 */
final class ClauseTable {

    private static final String OPEN = "/regulations/open-clauses.yaml";

    private final SortedMap<String, SortedSet<String>> passed = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> failed = new TreeMap<>();
    private final Map<String, String> open;
    private final ClausePlaces places;

    private ClauseTable(Map<String, String> open, ClausePlaces places) {
        this.open = open;
        this.places = places;
    }

    /** @param root folder of the project, whose modules' tests left notes in {@code target/clauses} */
    static ClauseTable read(Path root) {
        ClauseTable table = new ClauseTable(lacks(), ClausePlaces.read(root));
        try (Stream<Path> files = Files.find(
                root,
                6,
                (file, attributes) ->
                        file.toString().endsWith(".tsv") && file.toString().contains("target/clauses/"))) {
            files.forEach(table::note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static Map<String, String> lacks() {
        try (InputStream file = Objects.requireNonNull(ClauseLedger.class.getResourceAsStream(OPEN), OPEN)) {
            Map<String, Object> loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Map<String, String> lacks = new TreeMap<>();
            loaded.forEach((clause, lack) -> lacks.put(clause, String.valueOf(lack)));
            return lacks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Path file) {
        try {
            for (String line : Files.readAllLines(file, UTF_8)) {
                String[] parts = line.split("\t", 3);
                note(parts[0], parts[1], parts[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String clause, String test, String outcome) {
        switch (outcome) {
            case "passed" -> add(passed, clause, test);
            case "failed" -> add(failed, clause, test);
            default -> {}
        }
    }

    private static void add(Map<String, SortedSet<String>> tests, String clause, String test) {
        tests.computeIfAbsent(clause, ignored -> new TreeSet<>()).add(test.substring(test.lastIndexOf('.') + 1));
    }

    boolean isEmpty() {
        return passed.isEmpty() && failed.isEmpty();
    }

    /** What the profiles mark as done. */
    static SortedSet<String> marked() {
        return Regulations.shipped().all().stream()
                .flatMap(regulation -> regulation.profile().done().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasPassed(String id) {
        return passed.containsKey(id);
    }

    boolean hasFailed(String id) {
        return failed.containsKey(id);
    }

    SortedSet<String> failed(String id) {
        return failed.getOrDefault(id, new TreeSet<>());
    }

    /** What is known to be missing. */
    Optional<String> lack(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Ids that tests or the list of lacks name and the ledger does not know: misspelt, or a clause that is missing there. */
    List<String> unknown() {
        ClauseLedger ledger = ClauseLedger.shipped();
        return Stream.of(passed.keySet(), failed.keySet(), open.keySet())
                .flatMap(ids -> ids.stream())
                .distinct()
                .filter(id -> ledger.find(id).isEmpty())
                .toList();
    }

    /** The table as Markdown, regulation by regulation. */
    String markdown() {
        StringBuilder text = new StringBuilder("""
                # Clauses

                Made by `./otklik clauses` from the tests that name a clause (`@Clause`) and how they ended. «Да»: every test that names the
                clause passed and nothing of it is known to be missing. «Частично»: what is missing is written beside it. «Нет»: no test
                holds it. «Где»: the entries of the profile that carry the clause, and the classes that name it. A clause with ✓ is marked
                as done in its profile: `./otklik test` fails when it no longer holds.
                """);
        SortedSet<String> marked = marked();
        String part = "";
        for (Clause clause : ClauseLedger.shipped().all()) {
            if (!clause.part().equals(part)) {
                part = clause.part();
                text.append("\n## ")
                        .append(part)
                        .append("\n\n| clause | требует | держится | tests | где |\n|---|---|---|---|---|\n");
            }
            text.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            clause.id() + (marked.contains(clause.id()) ? " ✓" : ""),
                            clause.does(),
                            held(clause.id()),
                            tests(clause.id()),
                            places.of(clause.id())));
        }
        return text.toString();
    }

    private String held(String id) {
        if (failed.containsKey(id)) {
            return "**нет: тест не прошёл**";
        }
        if (!passed.containsKey(id)) {
            return "нет";
        }
        String lack = open.get(id);
        return lack == null ? "да" : "частично: " + lack;
    }

    private String tests(String id) {
        SortedSet<String> tests = new TreeSet<>(passed.getOrDefault(id, new TreeSet<>()));
        tests.addAll(failed.getOrDefault(id, new TreeSet<>()));
        return String.join(", ", tests.stream().map(test -> "`" + test + "`").toList());
    }
}
