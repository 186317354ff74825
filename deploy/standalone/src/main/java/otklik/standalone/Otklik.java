package otklik.standalone;

import java.io.PrintWriter;
import otklik.standalone.clauses.ClausesCommand;
import otklik.standalone.command.ImportCommand;
import otklik.standalone.command.ServiceCommand;
import otklik.standalone.command.StatusCommand;
import otklik.standalone.command.UpCommand;
import otklik.standalone.demo.DemoCommand;
import otklik.standalone.launch.LaunchException;
import otklik.terminal.RussianCommandLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entrance: {@code otklik <command>}. A command that cannot do its work says why in one sentence and returns a number over 0. */
@Command(
        name = "otklik",
        description = "Отклик: работа с сообщениями жителей, от записи в социальной сети до ответа в срок.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ClausesCommand.class,
            StatusCommand.class,
            ServiceCommand.class,
            ImportCommand.class
        })
public final class Otklik {

    private static final int FAILED = 1;

    private Otklik() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return RussianCommandLine.of(new Otklik()).setExecutionExceptionHandler((failure, command, parsed) -> {
            tell(command.getErr(), failure);
            return FAILED;
        });
    }

    /** An expected failure is its sentence; anything else is a bug, and then the trace helps whoever repairs it. */
    private static void tell(PrintWriter err, Exception failure) {
        if (failure instanceof LaunchException) {
            err.println(failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
    }
}
