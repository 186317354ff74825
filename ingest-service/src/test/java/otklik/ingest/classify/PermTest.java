package otklik.ingest.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.contracts.Importance;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.Screening;

/** The keywords against real incidents of a region they were not made for: bars below what was measured (.68 and .87), above chance by far. */
class PermTest {

    /** Abuse, threats: real complaints are hardly ever one, so nearly every hit here would be a citizen turned away. */
    private static final Set<Screening> ABUSE = Set.of(Screening.OBSCENE, Screening.INSULT, Screening.THREAT);

    private static final double SURE = 0.6;

    private record Judged(String group, Classification found) {

        boolean isRight() {
            return found.topicGroup().equals(group);
        }
    }

    @Test
    void keywords_holdTheirBarsOnRealIncidents() throws IOException {
        Path export = export();
        assumeThat(export)
                .as("the incidents of Perm are not beside the project")
                .exists();
        List<Judged> all = judged(export);

        Set<String> ours =
                Set.copyOf(new RuleFiles(new SnowballStemmer()).topics().names());
        List<Judged> known = all.stream()
                .filter(judged ->
                        ours.contains(judged.group()) && judged.found().screening() != Screening.NO_CONTENT)
                .toList();
        List<Judged> sure = known.stream()
                .filter(judged -> judged.found().confidence() >= SURE)
                .toList();

        assertThat(share(known)).as("right group").isGreaterThan(0.66);
        assertThat(share(sure)).as("right group where sure").isGreaterThan(0.85);
        assertThat(sure.size()).as("sure of").isGreaterThan(known.size() / 2);
        assertThat(all.stream().filter(judged -> ABUSE.contains(judged.found().screening())))
                .as("complaints taken for abuse")
                .hasSizeLessThan(all.size() / 1000);
        assertThat(all.stream().filter(judged -> judged.found().importance() == Importance.ELEVATED))
                .as("elevated")
                .hasSizeBetween(all.size() / 100, all.size() / 20);
    }

    private static double share(List<Judged> judged) {
        return (double) judged.stream().filter(Judged::isRight).count() / judged.size();
    }

    private static List<Judged> judged(Path export) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(export)) {
            return rows.stream()
                    .map(row ->
                            new Judged(row.getField("Группа тем"), Classified.text(row.getField("Текст инцидента"))))
                    .toList();
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
