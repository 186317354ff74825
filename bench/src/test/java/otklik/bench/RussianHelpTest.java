package otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.testkit.LatinSentences;
import picocli.CommandLine;

/** Every command of {@code ./otklik bench} explains itself in Russian. */
class RussianHelpTest {

    static Stream<CommandLine> commands() {
        CommandLine bench = Bench.commandLine();
        return Stream.concat(Stream.of(bench), bench.getSubcommands().values().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_hasNoLatinSentence(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(help).startsWith("Как вызвать: ").containsPattern("--help +Показать эту справку");
        assertThat(LatinSentences.in(help)).isEmpty();
    }
}
