package otklik.standalone.regulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Json;
import otklik.regulation.Regulations;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code ./otklik regulation …} as people and scripts meet it: text, JSON, numbers. */
class RegulationCommandTest {

    private static final Path CLEAN = Path.of("../../libs/regulation/src/test/resources/profiles/clean.yaml");

    @TempDir
    Path folder;

    /** What a command wrote and returned. */
    private record Told(int code, String out, String err) {}

    @Test
    void lint_ofAShippedRegulation_findsItsDefectsAndReturnsOne() {
        Told told = run("lint", "vyatskie-polyany");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out())
                .contains("Вятские Поляны, редакция 1: 8 замечаний")
                .contains("infeasible-budget VP-8 VP-9 VP-13 VP-16: Сроки шагов при повышенной важности не помещаются")
                .contains("3 ч (п. 9) + 1 ч (п. 13) + 0,5 ч (п. 16) = 4,5 ч больше, чем 4 ч (п. 8)");
    }

    @Test
    void lint_ofAShippedRegulation_comparesItWithTheOthers() {
        assertThat(run("lint", "khabarovsk-krai").out())
                .contains(
                        "7 рабочих дней значат разное: Хабаровский край — до ответа (п. 11), Алтайский край — до проекта");
    }

    @Test
    void lint_ofACleanFile_returnsZero() {
        assertThat(run("lint", CLEAN.toString()))
                .isEqualTo(new Told(0, "Ясный город, редакция 1: замечаний нет\n", ""));
    }

    @Test
    void lint_inJson_isWhatTheApiSays() {
        JsonNode told = json(run("lint", "altai-krai", "--json"));

        assertThat(told.get("regulation").asString()).isEqualTo("altai-krai");
        assertThat(told.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("kind").asString()))
                .contains("few-reworks", "mixed-units", "ends-before-answer", "different-meaning");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            clock: working          | clock: elastic                      | unknown clock «elastic»; write one of: working, calendar, day-suspended, working-days
            fri: ["08:00-16:00"]    | fri: ["08:00-12:00", "11:00-16:00"] | hours 08:00–12:00 and 11:00–16:00 overlap; write 08:00–16:00
            break: "12:00-12:48"    | break: "18:00-18:48"                | lies outside the hours [08:00–17:00]; write a break inside them, or no break
            clause: AK-8            | # gone                              | «clause» is missing; write clause: AK-8, the clause that sets the term
            """)
    void badFile_isRefusedWithFileLineAndWhatToWrite(String good, String bad, String message) throws IOException {
        String text = shipped();
        int found = (int) text.substring(0, text.indexOf(good)).lines().count();
        Path file = write("mine.yaml", text.replaceFirst(Pattern.quote(good), bad));

        Told told = run("lint", file.toString());

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).matches("(?s)" + file + ":\\d+: .*").contains(message.strip());
        int at = Integer.parseInt(
                told.err().substring(file.toString().length() + 1).replaceFirst("(?s):.*", ""));
        assertThat(at).isBetween(found - 3, found + 1);
    }

    @Test
    void diff_showsTwoRegulationsStepByStep() {
        Told told = run("diff", "altai-krai", "khabarovsk-krai");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .containsSubsequence(
                        "≠ approve",
                        "Алтайский край, редакция 1    30 минут (п. 10), начало: проект ответа",
                        "Хабаровский край, редакция 1  1 рабочий час (п. 12), начало: проект ответа",
                        "  согласование",
                        "Различаются ");
        assertThat(json(run("diff", "altai-krai", CLEAN.toString(), "--json")).get("steps"))
                .isNotEmpty();
    }

    @Test
    void explain_printsTheProof() {
        Told told = run("explain", "altai-krai", "--stage", "publish", "--from", "2026-04-30T15:59+07:00");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .startsWith("Срок — ")
                .contains("AK-8: 9 рабочих часов с чт 30.04.2026 15:59")
                .contains("считается 0 ч 01 мин", "нет: сокращённый день", "нет: праздник", "нет: перерыв")
                .contains("Пересчёт по этим отрезкам даёт то же время.")
                .contains("Доработок помещается: 2");
    }

    @Test
    void explain_inJson_givesDueEffectiveDueAndTheLegs() {
        JsonNode told =
                json(run("explain", "vyatskie-polyany", "--stage", "draft", "--from", "2026-06-11T21:00", "--json"));

        assertThat(told.get("due").asString()).isEqualTo("2026-06-15T16:00:00Z");
        assertThat(told.get("effectiveDue").asString()).isEqualTo("2026-06-15T14:00:00Z");
        assertThat(told.get("recomputed")).isEqualTo(told.get("due"));
        assertThat(told.get("explanation").get("legs").get(0).get("stretches")).isNotEmpty();
    }

    @Test
    void explain_knowsElevatedImportance_andTheEndOfTheSubmissionWindow() {
        assertThat(run(
                                "explain",
                                "vyatskie-polyany",
                                "--stage=publish",
                                "--from=2026-06-11T14:00+03:00",
                                "--importance=elevated")
                        .out())
                .contains("4 рабочих часа", "пн 15.06.2026 10:15");
        assertThat(run("explain", "vyatskie-polyany", "--stage=draft", "--from=2026-06-11T21:00+03:00")
                        .out())
                .contains("Примут не позже: пн 15.06.2026 17:00");
    }

    @Test
    void list_namesEveryRegulation() {
        assertThat(run("list").out()).contains(Regulations.shipped().ids());
        assertThat(json(run("list", "--json")).size())
                .isEqualTo(Regulations.shipped().ids().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lint atlantis                                            | есть: altai-krai, barnaul-leninsky
            lint no-such.yaml                                        | укажите файл профиля или один из регламентов altai-krai
            lint altai-krai@9                                        | есть: 1.
            lint                                                     | Как вызвать: otklik regulation lint
            dance                                                    | Как вызвать: otklik regulation
            explain altai-krai --stage dance --from 2026-04-30T15:59 | есть: approve, contribute, draft
            explain altai-krai --stage publish --from tomorrow       | --from 2026-04-30T15:59+07:00
            explain altai-krai --stage publish --from 1999-01-01T00:00 | с 2013-01-01 по 2027-12-31
            explain altai-krai --stage publish --from 2026-04-30T15:59 --importance high | normal или elevated
            """)
    void wrongQuestion_isAnsweredWithWhatThereIs(String arguments, String hint) {
        Told told = run(arguments.split(" "));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains(hint).doesNotContain("\tat ");
        assertThat(told.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "list --help", "lint --help", "diff --help", "explain --help"})
    void help_isThereForEveryCommand(String arguments) {
        Told told = run(arguments.split(" "));

        assertThat(told.code()).isZero();
        assertThat(told.out()).startsWith("Как вызвать: otklik regulation");
    }

    private static JsonNode json(Told told) {
        return Json.mapper().readTree(told.out());
    }

    private static String shipped() throws IOException {
        try (InputStream stream = Regulations.class.getResourceAsStream("/regulations/altai-krai.yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private static Told run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RegulationCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Told(command.execute(arguments), out.toString(), err.toString());
    }
}
