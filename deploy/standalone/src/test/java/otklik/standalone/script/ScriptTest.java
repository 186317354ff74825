package otklik.standalone.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.testkit.LatinSentences;

/** The parts of {@code ./otklik} that decide something: they must be honest before anything else is. */
class ScriptTest {

    private static final Path SCRIPTS = Path.of("script").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void counts_areSummedOverReportsOfMavenAndVitest() throws Exception {
        Files.writeString(folder.resolve("TEST-a.xml"), """
                <?xml version="1.0"?>
                <testsuite name="a" time="1.2" tests="5" errors="1" skipped="1" failures="1">
                  <testcase name="good" classname="x.A"/>
                  <testcase name="bad" classname="x.A"><failure message="no">trace</failure></testcase>
                </testsuite>
                """);
        Files.writeString(folder.resolve("vitest.xml"), """
                <testsuites name="vitest tests" tests="4" failures="1" errors="0" time="3">
                  <testsuite name="one" tests="3" failures="1" errors="0" skipped="1"><testcase classname="one" name="red"><failure/></testcase></testsuite>
                  <testsuite name="two" tests="1" failures="0" errors="0" skipped="0"></testsuite>
                </testsuites>
                """);

        String told = bash("""
                count_reports "$1"/TEST-a.xml "$1"/vitest.xml "$1"/absent.xml
                echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
                """);

        assertThat(told).endsWith("4 passed, 3 failed, 2 skipped\n").contains("x.A bad", "one red");
    }

    @Test
    void noTestAtAll_isNoSuccess() throws Exception {
        assertThat(bash("finish 0 0 && echo success || echo failure")).endsWith("failure\n");
        assertThat(bash("finish 3 0 && echo success || echo failure")).endsWith("success\n");
        assertThat(bash("finish 3 1 && echo success || echo failure")).endsWith("failure\n");
    }

    @Test
    void stageThatBreaksDown_countsAsFailed() throws Exception {
        String told = bash("""
                collapse() { return 3; }
                fine() { PASSED=$((PASSED + 1)); }
                stages collapse fine
                echo "$PASSED $FAILED"
                """);

        assertThat(told).endsWith("1 1\n");
    }

    @Test
    void clauseThatNoLongerHolds_makesTheRunRed() throws Exception {
        String told = bash("""
                program() { say "AK-8 отмечен в done, а ни один тест его не держит"; return 1; }
                clause_tests
                program() { say "$*"; }
                clause_tests
                echo "$PASSED passed, $FAILED failed"
                """);

        assertThat(told).contains("AK-8 отмечен в done").endsWith("1 passed, 1 failed\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop --help", "build -h", "test --help"})
    void helpOfWhatTheScriptDoesItself_isAllThatHappens(String arguments) throws Exception {
        String told = bash("\"$SCRIPTS\"/../../../otklik " + arguments);

        assertThat(told).startsWith("Отклик: ");
        assertThat(LatinSentences.in(told)).isEmpty();
    }

    @Test
    void changedSource_isNoticedAndAnOldOneIsNot() throws Exception {
        Path source = Files.createDirectories(folder.resolve("src"));
        Path file = Files.writeString(source.resolve("A.java"), "class A {}");
        Path stamp = Files.writeString(folder.resolve("stamp"), "");
        age(source, -60);
        age(file, -60);

        assertThat(changed(stamp, source)).isEqualTo("no\n");
        age(file, 60);
        assertThat(changed(stamp, source)).isEqualTo("yes\n");
        age(file, -60);
        age(source, 60);
        assertThat(changed(stamp, source)).as("a file was removed").isEqualTo("yes\n");
        assertThat(changed(folder.resolve("absent"), source)).isEqualTo("yes\n");
    }

    @Test
    void jdk_isKnownByItsReleaseFile() throws Exception {
        assertThat(jdk("JAVA_VERSION=\"21.0.9\"")).isEqualTo("21\n");
        assertThat(jdk("JAVA_VERSION=\"25\"")).isEqualTo("25\n");
        assertThat(jdk("JAVA_VERSION=\"1.8.0_392\"")).isEqualTo("8\n");
        Files.delete(folder.resolve("jdk/bin/javac"));
        assertThat(bash("jdk_version \"$1\"/jdk")).as("no compiler, no JDK").isEqualTo("0\n");
    }

    private String jdk(String release) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        for (String tool : new String[] {"java", "javac"}) {
            assertThat(Files.writeString(bin.resolve(tool), "").toFile().setExecutable(true))
                    .isTrue();
        }
        Files.writeString(folder.resolve("jdk/release"), release);
        return bash("jdk_version \"$1\"/jdk");
    }

    private String changed(Path stamp, Path source) throws Exception {
        return bash("changed_since '" + stamp + "' '" + source + "' && echo yes || echo no");
    }

    private static void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private String bash(String lines) throws IOException, InterruptedException {
        String script = "set -euo pipefail; ROOT=$1 WORK=$1 STATE=$1 VERBOSE= SCRIPTS='" + SCRIPTS
                + "'; for part in tools build run test; do . \"$SCRIPTS\"/$part.sh; done\n" + lines;
        Process process = new ProcessBuilder("bash", "-c", script, "otklik", folder.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }
}
