package otklik.bench;

import otklik.bench.casework.CaseworkCommand;
import otklik.bench.regulation.RegulationBench;
import otklik.bench.timers.TimersCommand;
import otklik.terminal.RussianCommandLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code otklik bench <what>}: measures one thing and says how, as lines for people or as JSON. A new benchmark is one more subcommand. */
@Command(
        name = "otklik bench",
        description = "Измерить скорость: что, чем и рядом с чем.",
        mixinStandardHelpOptions = true,
        subcommands = {TimersCommand.class, RegulationBench.class, CaseworkCommand.class})
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        // A real Kafka leaves threads behind that do not end by themselves.
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return RussianCommandLine.of(new Bench());
    }
}
