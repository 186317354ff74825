package otklik.standalone.launch;

import otklik.embedded.EmbeddedStartException;
import otklik.standalone.launch.Installation.PartFailure;

/** Puts what kept the start from succeeding into a sentence. */
final class StartTrouble {

    private StartTrouble() {}

    static LaunchException told(Exception failure, StateFolder state) {
        return switch (failure) {
            case LaunchException told -> told;
            case InterruptedException stopped -> new LaunchException("Запуск прерван.", stopped);
            case EmbeddedStartException embedded -> ofEmbedded(embedded, state);
            case PartFailure part ->
                new LaunchException(
                        "Не запустилась часть «" + part.part().port().title() + "»: " + rootMessage(part) + ". "
                                + seeLog(state),
                        part);
            default -> new LaunchException("Запуск не удался: " + rootMessage(failure) + ". " + seeLog(state), failure);
        };
    }

    private static LaunchException ofEmbedded(EmbeddedStartException failure, StateFolder state) {
        String sentence = switch (failure.reason()) {
            case PORT_BUSY -> "Нужный порт только что заняла другая программа. Запустите ещё раз.";
            case FOLDER_IN_USE ->
                "Данными в " + state.path() + " пользуется другой процесс. Остановите его: ./otklik stop.";
            case FAILED -> "Хранилище не запустилось: " + failure.getMessage() + " " + seeLog(state);
        };
        return new LaunchException(sentence, failure);
    }

    private static String seeLog(StateFolder state) {
        return "Подробности: " + state.logs().resolve("otklik.log");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = String.valueOf(root.getMessage()).strip();
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
