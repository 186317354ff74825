package otklik.standalone.clauses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./otklik test} asks at its end: does everything that is marked as done hold? */
class DoneClausesTest {

    @TempDir
    Path root;

    @Test
    void clauseWhoseTestPassed_holds() throws IOException {
        note("AK-8\totklik.XTest#a\tpassed");

        assertThat(marked("AK-8").broken(table())).isEmpty();
    }

    @Test
    void clauseWithoutATestInThisRun_doesNotHold() throws IOException {
        note("AK-7\totklik.XTest#a\tpassed");

        assertThat(marked("AK-8").broken(table()))
                .containsExactly(
                        "AK-8 отмечен в done, а ни один тест его не держит: пометьте тест @Clause или снимите отметку.");
    }

    @Test
    void clauseWhoseTestWasSkipped_doesNotHold() throws IOException {
        note("AK-8\totklik.XTest#a\tskipped");

        assertThat(marked("AK-8").broken(table())).hasSize(1);
    }

    @Test
    void clauseWithOneFailedTest_doesNotHold_whateverElsePassed() throws IOException {
        note("AK-8\totklik.XTest#a\tpassed", "AK-8\totklik.XTest#b\tfailed");

        assertThat(marked("AK-8").broken(table()))
                .containsExactly("AK-8 отмечен в done, а его тест не прошёл: XTest#b.");
    }

    @Test
    void unknownClause_doesNotHold() throws IOException {
        note("AK-8\totklik.XTest#a\tpassed");

        assertThat(marked("AK-99").broken(table())).singleElement().asString().startsWith("AK-99 отмечен в done");
    }

    @Test
    void clauseThatHoldsAndIsNotMarked_isTold() throws IOException {
        note("AK-7\totklik.XTest#a\tpassed", "AK-8\totklik.XTest#a\tpassed");

        assertThat(marked("AK-8").unmarked(table())).containsExactly("AK-7");
    }

    @Test
    void shippedProfiles_markNothingThatIsKnownToLackSomething() throws IOException {
        note(ClauseTable.marked().stream()
                .map(id -> id + "\totklik.XTest#a\tpassed")
                .toArray(String[]::new));

        assertThat(ClauseTable.marked()).contains("AK-7", "AK-8");
        assertThat(new DoneClauses(ClauseTable.marked()).broken(table())).isEmpty();
    }

    @Test
    void table_namesTestsAndWhereTheClauseIsCarriedOut() throws IOException {
        note("AK-8\totklik.XTest#a\tpassed");
        Path sources = Files.createDirectories(root.resolve("routing-service/src/main/java/otklik"));
        Files.writeString(sources.resolve("Rule.java"), "/** The whole (AK-8). */ class Rule {}", UTF_8);
        Files.writeString(sources.resolve("Other.java"), "/** An id such as AK-8. */ class Other {}", UTF_8);

        assertThat(table().markdown().lines().filter(line -> line.startsWith("| AK-8 ")))
                .singleElement()
                .asString()
                .contains("| да | `XTest#a` | terms.publish, `Rule` |")
                .doesNotContain("Other");
    }

    private static DoneClauses marked(String... ids) {
        return new DoneClauses(new TreeSet<>(List.of(ids)));
    }

    private ClauseTable table() {
        return ClauseTable.read(root);
    }

    private void note(String... lines) throws IOException {
        Path notes = Files.createDirectories(root.resolve("service/target/clauses"));
        Files.write(notes.resolve("1.tsv"), List.of(lines), UTF_8);
    }
}
