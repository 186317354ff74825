package otklik.terminal;

import java.io.PrintWriter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody hears who called a command in a way it does not know: what is wrong, and how it is called. */
final class WrongQuestion {

    private WrongQuestion() {}

    /** Returns the number for "asked wrongly" of the command. */
    static int tell(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(sentence(failure));
        List<String> suggestions = suggestions(failure);
        if (suggestions.isEmpty()) {
            command.usage(err);
        } else {
            err.println("Похоже на: " + String.join(", ", suggestions) + ".");
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static List<String> suggestions(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    }

    private static String sentence(ParameterException failure) {
        return switch (failure) {
            case MissingParameterException missing -> "Не указано: " + named(missing.getMissing()) + ".";
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case OverwrittenOptionException twice -> "Дважды указано: " + named(List.of(twice.getOverwritten())) + ".";
            default -> other(failure);
        };
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        String what = "«" + String.join(" ", unmatched.getUnmatched()) + "»";
        if (unmatched.isUnknownOption()) {
            return "Нет такого ключа: " + what + ".";
        }
        return hasCommands(unmatched.getCommandLine()) ? "Нет такой команды: " + what + "." : "Лишнее: " + what + ".";
    }

    private static String other(ParameterException failure) {
        @Nullable ArgSpec argument = failure.getArgSpec();
        if (argument != null && argument.arity().max() == 0) {
            return "Ключ " + name(argument) + " пишется без значения.";
        }
        if (argument != null) {
            return "Не подходит значение «" + failure.getValue() + "» для " + name(argument) + ": нужно "
                    + wanted(argument.type()) + ".";
        }
        return hasCommands(failure.getCommandLine()) ? "Назовите команду." : "Так эту команду не вызвать.";
    }

    private static boolean hasCommands(CommandLine command) {
        return !command.getSubcommands().isEmpty();
    }

    private static String named(List<ArgSpec> arguments) {
        return arguments.stream().map(WrongQuestion::label).collect(Collectors.joining(", "));
    }

    private static String label(ArgSpec argument) {
        String value = argument.paramLabel();
        return argument instanceof OptionSpec option ? option.longestName() + "=" + value : value;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String wanted(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "целое число";
        }
        return Temporal.class.isAssignableFrom(type)
                ? "время со смещением, например 2026-04-30T08:00+07:00"
                : "другое, см. --help";
    }
}
