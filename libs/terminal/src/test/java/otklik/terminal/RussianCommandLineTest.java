package otklik.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.testkit.LatinSentences;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A wrong question is answered in Russian, with the number that scripts know. */
class RussianCommandLineTest {

    @Command(name = "otklik", mixinStandardHelpOptions = true, subcommands = Load.class)
    static final class Outer {}

    @Command(name = "load", description = "Загрузить.", mixinStandardHelpOptions = true)
    static final class Load implements Callable<Integer> {

        @Parameters(paramLabel = "ФАЙЛ", description = "Что загрузить")
        String file = "";

        @Option(names = "--whose", required = true, paramLabel = "ЧЬЁ", description = "Чьё это")
        String whose = "";

        @Option(names = "--times", paramLabel = "ЧИСЛО", description = "Сколько раз")
        int times = 1;

        @Option(names = "--clock", paramLabel = "МОМЕНТ", description = "С какого времени")
        @Nullable
        OffsetDateTime clock;

        @Option(names = "--json", description = "Ответить в JSON")
        boolean json;

        @Override
        public Integer call() {
            return 0;
        }
    }

    private record Told(int code, String out, String err) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            load                                 | Не указано: --whose=ЧЬЁ, ФАЙЛ.
            load a                               | Не указано: --whose=ЧЬЁ.
            load a --whose                       | Не указано: --whose=ЧЬЁ.
            load a --whose x b                   | Лишнее: «b».
            load a --whose x --times two         | Не подходит значение «two» для --times: нужно целое число.
            load a --whose x --clock noon        | Не подходит значение «noon» для --clock: нужно время со смещением, например 2026-04-30T08:00+07:00.
            load a --whose x --whose y           | Дважды указано: --whose=ЧЬЁ.
            load a --whose x --json=maybe        | Ключ --json пишется без значения.
            load a --whose x --tims 2            | Похоже на: --times
            dance                                | Нет такой команды: «dance».
            --                                   | Назовите команду.
            """)
    void wrongQuestion_isAnsweredInRussianAndReturnsTwo(String arguments, String sentence) {
        Told told = run(arguments.split(" "));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains(sentence);
        assertThat(LatinSentences.in(told.err())).isEmpty();
    }

    @Test
    void help_isRussianToTheLastWord() {
        assertThat(run("load", "--help").out()).isEqualTo("""
                        Как вызвать: otklik load [-hV] [--json] [--clock=МОМЕНТ] [--times=ЧИСЛО]
                                                 --whose=ЧЬЁ ФАЙЛ
                        Загрузить.
                              ФАЙЛ             Что загрузить
                              --clock=МОМЕНТ   С какого времени
                          -h, --help           Показать эту справку.
                              --json           Ответить в JSON
                              --times=ЧИСЛО    Сколько раз
                          -V, --version        Показать, какая это версия.
                              --whose=ЧЬЁ      Чьё это
                        """);
        assertThat(run("--help").out()).contains("[-hV] [КОМАНДА]", "Команды:\n  load  Загрузить.");
    }

    @Test
    void version_isToldByEveryCommand() {
        assertThat(run("load", "--version")).isEqualTo(run("--version"));
        assertThat(run("--version").out()).matches("\\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void englishOfPicocli_wouldBeFound() {
        StringWriter err = new StringWriter();
        new CommandLine(new Outer()).setErr(new PrintWriter(err, true)).execute("load");

        assertThat(LatinSentences.in(err.toString())).contains("Missing required", "Usage:", "Show this");
    }

    private static Told run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RussianCommandLine.of(new Outer())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Told(command.execute(arguments), out.toString(), err.toString());
    }
}
