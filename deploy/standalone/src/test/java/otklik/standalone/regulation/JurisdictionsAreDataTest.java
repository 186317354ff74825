package otklik.standalone.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import otklik.regulation.Regulations;

/** What differs between jurisdictions stands in their profiles: no program asks which one it is. */
class JurisdictionsAreDataTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** They show or measure the demonstration set, or give an example to whoever types a command or writes a profile; none decides by it. */
    private static final Set<String> EXAMPLES = Set.of(
            "bench/BenchFacts.java",
            "bench/Reads.java",
            "bench/Lives.java",
            "bench/Calendars.java",
            "deploy/DemoRun.java",
            "deploy/ExplainCommand.java",
            "deploy/RegulationCommand.java",
            "deploy/ImportCommand.java",
            "deploy/Screen.java",
            "libs/ProfileReader.java");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\")|'(?:\\\\.|[^'\\\\])+'|/\\*.*?\\*/|//[^\\n]*",
            Pattern.DOTALL);

    @Test
    void noProgram_namesAJurisdiction() {
        assertThat(naming()).isEqualTo(new TreeSet<>(EXAMPLES));
    }

    @Test
    void commentsAreNoProgram_butAnyStringIs() {
        assertThat(namesOne("/** {@code altai-krai} */ class A { // \"altai-krai\"\n char c = '\"'; }"))
                .isFalse();
        assertThat(namesOne("class A { String s = \"https://a//\" + \"altai-krai.transport\"; }"))
                .isTrue();
        assertThat(namesOne("class A { String s = \"\"\"\n say \"lipetsk-oblast\"\n\"\"\"; }"))
                .isTrue();
    }

    /** Module and name of each source of a program, tests apart. */
    private static Set<String> naming() {
        return Stream.of(
                        "bench",
                        "deploy",
                        "libs",
                        "ingest-service",
                        "routing-service",
                        "sla-timer-service",
                        "publisher-service",
                        "reporting-service")
                .flatMap(module -> sources(ROOT.resolve(module))
                        .filter(source -> namesOne(read(source)))
                        .map(source -> module + "/" + source.getFileName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources(Path module) {
        try (Stream<Path> all = Files.walk(module)) {
            return all
                    .filter(file -> file.toString().endsWith(".java")
                            && ROOT.relativize(file).toString().contains("src/main/java/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean namesOne(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(token -> token.group("string"))
                .anyMatch(string ->
                        string != null && Regulations.shipped().ids().stream().anyMatch(string::contains));
    }
}
