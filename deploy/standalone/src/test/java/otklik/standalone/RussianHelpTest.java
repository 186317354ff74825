package otklik.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.standalone.regulation.RegulationCommand;
import otklik.testkit.LatinSentences;
import picocli.CommandLine;

/** Every command of {@code ./otklik} explains itself in Russian. */
class RussianHelpTest {

    static Stream<CommandLine> commands() {
        return Stream.of(Otklik.commandLine(), RegulationCommand.commandLine())
                .flatMap(RussianHelpTest::withSubcommands);
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(RussianHelpTest::withSubcommands));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_hasNoLatinSentence(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(help).startsWith("Как вызвать: ").containsPattern("--help +Показать эту справку");
        assertThat(LatinSentences.in(help)).isEmpty();
    }
}
