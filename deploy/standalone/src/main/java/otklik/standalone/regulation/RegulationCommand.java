package otklik.standalone.regulation;

import java.util.concurrent.Callable;
import otklik.regulation.UnknownRegulationException;
import otklik.regulation.UnknownStageException;
import otklik.regulation.time.OutsideCalendarException;
import otklik.regulation.yaml.BadFileException;
import otklik.standalone.launch.LaunchException;
import otklik.terminal.RussianCommandLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code otklik regulation}: has a {@code main} of its own so that it answers at once. 0 is well, 1 means findings, 2 that it was asked
 * wrongly or that a file is refused; the message then says what to write instead.
 */
@Command(
        name = "otklik regulation",
        description = "Регламенты: показать, проверить, сравнить, объяснить срок. Ничего запускать не нужно.",
        subcommands = {ListCommand.class, LintCommand.class, DiffCommand.class, ExplainCommand.class},
        footer = {
            "",
            "РЕГЛАМЕНТ — имя из списка (altai-krai), имя с редакцией (altai-krai@2) или файл профиля (мой.yaml).",
            "Свои профили читаются и из папки, названной переменной OTKLIK_REGULATIONS.",
            "Код ответа: 0 — хорошо, 1 — есть замечания, 2 — спрошено не так или файл не годится."
        },
        mixinStandardHelpOptions = true)
public final class RegulationCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int REFUSED = CommandLine.ExitCode.USAGE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return RussianCommandLine.of(new RegulationCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!isRefusal(failure)) {
                        failure.printStackTrace(command.getErr());
                        return FAILED;
                    }
                    command.getErr().println(failure.getMessage());
                    return REFUSED;
                });
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return REFUSED;
    }

    private static boolean isRefusal(Exception failure) {
        return failure instanceof BadFileException
                || failure instanceof LaunchException
                || failure instanceof UnknownRegulationException
                || failure instanceof UnknownStageException
                || failure instanceof OutsideCalendarException;
    }
}
