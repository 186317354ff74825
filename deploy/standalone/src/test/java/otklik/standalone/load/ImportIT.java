package otklik.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.ingest.IngestService;
import otklik.standalone.command.ImportCommand;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;
import picocli.CommandLine;

class ImportIT {

    private static ConfigurableApplicationContext ingest;
    private static Front front;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        ingest = IngestService.application()
                .properties(Platform.settings(TestDatabase.fresh("import")))
                // Everybody's libraries are on this class path; in `up` WakeFilter lets them sleep.
                .properties("spring.cloud.gateway.server.webflux.enabled=false")
                .run("--server.port=0");
        front = new Front("http://127.0.0.1:" + ingest.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        front.close();
        ingest.close();
    }

    @Test
    void export_isLoadedOnceHoweverOftenItIsRun() throws Exception {
        Path file = file(
                "twice.csv",
                "windows-1251",
                IntStream.range(0, 1300)
                        .mapToObj(i -> "Дороги;'Яма номер " + i % 1200)
                        .collect(Collectors.joining("\n", "Группа тем;Текст инцидента\n", "\n")));
        front.failEvery(3);

        Run first = run(file);
        Run second = run(file);
        front.failEvery(0);

        assertThat(first.out()).isEqualTo("{\"rows\":1300,\"new\":1300,\"known\":0,\"rejected\":0}\n");
        assertThat(second.out()).isEqualTo("{\"rows\":1300,\"new\":0,\"known\":1300,\"rejected\":0}\n");
        assertThat(first.exitCode() + second.exitCode()).isZero();
        assertThat(folder.resolve("twice.csv.rejected.csv")).doesNotExist();
    }

    @Test
    void rowsThatCannotBeRead_areSetAsideWithLineAndReason() throws Exception {
        Path file = file("mixed.csv", "UTF-8", """
                \uFEFFId,Текст,Дата,Ссылка
                m1,"Нет воды, третий
                день",22.11.2026,
                m2,,22.11.2026,
                m3,Яма,когда-то,
                m4,Яма
                m5,Яма,22.11.2026,javascript:alert(1)
                """);

        Run run = run(file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("{\"rows\":5,\"new\":1,\"known\":0,\"rejected\":4}\n");
        assertThat(Files.readString(folder.resolve("mixed.csv.rejected.csv"))
                        .lines()
                        .sorted())
                .containsExactly(
                        "4,нет текста,m2,,22.11.2026,",
                        "5,непонятная дата «когда-то»,m3,Яма,когда-то,",
                        "6,\"ячеек 2, а столбцов 4\",m4,Яма",
                        "7,Ссылка должна начинаться с http:// или https:// и быть не длиннее 2000 знаков.,m5,Яма,22.11.2026,javascript:alert(1)",
                        "Строка,Причина,Id,Текст,Дата,Ссылка");
    }

    @Test
    void otklikThatIsAway_isExitCode3() throws Exception {
        Path file = file("away.csv", "UTF-8", "Текст\nНет воды\n");

        Run run = run(file, "--url", "http://127.0.0.1:1", "--patience", "1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("не отвечает").contains("./otklik up");
    }

    @Test
    void wrongPassword_isExitCode3AndSaysSo() throws Exception {
        Run run = run(file("secret.csv", "UTF-8", "Текст\nНет воды\n"), "--password", "guess");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--password");
    }

    @Test
    void wrongCommand_isExitCode2() throws Exception {
        Path file = file("usage.csv", "UTF-8", "Номер\n1\n");

        assertThat(run(file).exitCode()).isEqualTo(2);
        assertThat(run(folder.resolve("none.csv")).exitCode()).isEqualTo(2);
        assertThat(run(file, "--jurisdiction", "nowhere").exitCode()).isEqualTo(2);
        assertThat(run(file, "--no-such-option").exitCode()).isEqualTo(2);
    }

    @Test
    void permExport_isLoadedWhole() throws Exception {
        Path shared = sharedExport();
        assumeThat(shared).as("the export is not beside the project").exists();
        Path file = Files.copy(shared, folder.resolve("incidents.csv"));

        Run run = run(file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{\"rows\":18572,");
        assertThat(run.out()).containsPattern("\"known\":0,\"rejected\":\\d{1,2}}");
    }

    private static Path sharedExport() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data/perm/incidents.csv");
    }

    private Path file(String name, String charset, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text, Charset.forName(charset));
    }

    private record Run(int exitCode, String out, String err) {}

    private static Run run(Path file, String... more) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        CommandLine command = new CommandLine(new ImportCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)))
                .setOverwrittenOptionsAllowed(true);
        String[] usual = {file.toString(), "--jurisdiction", "altai-krai", "--url", front.address(), "--json"};
        int exitCode =
                command.execute(Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
