package otklik.terminal;

import java.util.ResourceBundle;
import picocli.CommandLine;

/** Makes a command and all its subcommands speak Russian. To be called once, on the outermost command. */
public final class RussianCommandLine {

    private static final String VERSION = "0.1.0";
    private static final ResourceBundle HELP = ResourceBundle.getBundle("otklik.terminal.help");

    private RussianCommandLine() {}

    public static CommandLine of(Object command) {
        CommandLine line = new CommandLine(command);
        line.setResourceBundle(HELP);
        line.setParameterExceptionHandler((failure, arguments) -> WrongQuestion.tell(failure));
        complete(line);
        return line;
    }

    /** What picocli reads from no bundle. */
    private static void complete(CommandLine line) {
        line.getCommandSpec().version(VERSION);
        line.getCommandSpec().usageMessage().synopsisSubcommandLabel(HELP.getString("subcommandLabel"));
        line.getSubcommands().values().forEach(RussianCommandLine::complete);
    }
}
