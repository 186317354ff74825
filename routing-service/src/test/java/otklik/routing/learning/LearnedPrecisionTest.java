package otklik.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import otklik.routing.learning.core.Case;
import otklik.routing.learning.core.Learned;
import otklik.routing.learning.core.Vote;

/**
 * How often the learned organ is the one that really answered: 18,572 incidents of Perm Krai, the first four fifths of the file to learn from, the
 * rest (it has no dates; texts that stand in both parts are left out) to be judged. Prints the figures for docs/benchmarks.md.
 */
class LearnedPrecisionTest {

    private static final int NEIGHBOURS = 15;

    /** What was suggested for an incident, and what was right. */
    private record Judged(String organ, Optional<Learned> learned) {

        boolean isRight() {
            return learned.filter(found -> found.organ().equals(organ)).isPresent();
        }

        boolean isSureBy(double confidence) {
            return learned.filter(found -> found.confidence() >= confidence).isPresent();
        }
    }

    @Test
    void learnedOrgan_isRightAsOftenAsItsConfidenceSays() throws IOException {
        Path export = export();
        assumeThat(export)
                .as("the incidents of Perm are not beside the project: precision is not measured")
                .exists();
        List<Case> all = cases(export);
        List<Case> known = all.subList(0, all.size() * 4 / 5);
        List<Judged> judged = judged(known, all.subList(known.size(), all.size()));

        print(judged);
        assertThat(precision(judged)).as("right of all").isGreaterThan(0.74);
        for (double confidence : new double[] {0.5, 0.6, 0.7, 0.8, 0.9}) {
            List<Judged> sure =
                    judged.stream().filter(one -> one.isSureBy(confidence)).toList();
            assertThat(precision(sure)).as("right where sure by %s", confidence).isGreaterThan(confidence);
        }
    }

    private static List<Judged> judged(List<Case> known, List<Case> later) {
        CaseIndex index = new CaseIndex();
        index.put(known);
        Set<String> texts = known.stream().map(one -> one.question().text()).collect(Collectors.toSet());
        return later.stream()
                .filter(one -> !texts.contains(one.question().text()))
                .map(one -> new Judged(
                        String.valueOf(one.organ()),
                        Vote.of(index.nearest(one.question(), null, NEIGHBOURS), organ -> true)))
                .toList();
    }

    private static double precision(List<Judged> judged) {
        return (double) judged.stream().filter(Judged::isRight).count() / judged.size();
    }

    private static void print(List<Judged> judged) {
        for (double confidence : new double[] {0, 0.5, 0.6, 0.7, 0.8, 0.9}) {
            List<Judged> sure =
                    judged.stream().filter(one -> one.isSureBy(confidence)).toList();
            System.out.printf(
                    "learned organ, confidence >= %.1f: %.1f %% of %d incidents, right %.1f %%%n",
                    confidence, 100.0 * sure.size() / judged.size(), judged.size(), 100 * precision(sure));
        }
    }

    private static List<Case> cases(Path export) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(export)) {
            List<Case> cases = new ArrayList<>();
            rows.forEach(row -> cases.add(new Case(
                    new UUID(0, cases.size()),
                    "perm",
                    "P-" + cases.size(),
                    row.getField("Исполнитель"),
                    List.of(),
                    new Case.Question(
                            row.getField("Группа тем"), row.getField("Тема"), null, row.getField("Текст инцидента")))));
            return cases;
        }
    }

    private static Path export() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data/perm/incidents.csv");
    }
}
