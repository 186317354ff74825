package otklik.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.standalone.launch.Port;
import otklik.standalone.load.Load;
import otklik.standalone.load.LoadTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code otklik import FILE --jurisdiction altai-krai}. Returns 0 when every row was taken, known or set aside; 2 when the command or the
 * file is wrong; 3 when Otklik is away.
 */
@Command(
        name = "import",
        description = "Загрузить выгрузку CSV из другой системы; повторный запуск ничего не удваивает.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "ФАЙЛ", description = "Файл CSV; столбцы узнаются по заголовкам")
    private Path file = Path.of("");

    @Mixin
    private StateOption state = new StateOption();

    @Option(
            names = "--jurisdiction",
            required = true,
            paramLabel = "ТЕРРИТОРИЯ",
            description = "Чей это регламент, например altai-krai")
    private String jurisdiction = "";

    @Option(
            names = "--channel",
            paramLabel = "КАНАЛ",
            defaultValue = "site",
            description = "Канал строк, по которым его не видно (по умолчанию site)")
    private String channel = "site";

    @Option(
            names = "--url",
            paramLabel = "АДРЕС",
            defaultValue = "${OTKLIK_URL}",
            description = "Адрес Отклика (по умолчанию того, что запущен в папке --state; переменная OTKLIK_URL)")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "ИМЯ",
            defaultValue = "${OTKLIK_USER:-integration.altai}",
            description = "Кто загружает (по умолчанию integration.altai; переменная OTKLIK_USER)")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "ПАРОЛЬ",
            defaultValue = "${OTKLIK_PASSWORD:-demo}",
            description = "Пароль; лучше переменной OTKLIK_PASSWORD, чем ключом")
    private String password = "";

    @Option(
            names = "--patience",
            paramLabel = "СЕКУНДЫ",
            defaultValue = "60",
            description = "Сколько ждать Отклик, если он не отвечает (по умолчанию 60)")
    private int patience = 60;

    @Option(names = "--json", description = "Итог — строкой JSON")
    private boolean json;

    public ImportCommand() {
        this(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /** With streams of one's own, e.g. to look at them. */
    public ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Load load =
                    new Load(file, jurisdiction, channel(), address(), user, password, Duration.ofSeconds(patience));
            report(load);
            return 0;
        } catch (LoadTrouble trouble) {
            err.println(trouble.sentence());
            return trouble.exitCode();
        }
    }

    private void report(Load load) throws InterruptedException {
        long started = System.nanoTime();
        Optional<Path> setAside;
        try {
            setAside = load.run(err, isTerminal());
        } catch (LoadTrouble trouble) {
            err.println("Остановлено: " + load.tally() + ".");
            throw trouble;
        }
        if (json) {
            out.println(load.tally().json());
        } else {
            out.println("Готово за "
                    + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " с: " + load.tally() + ".");
        }
        setAside.ifPresent(path -> err.println("Отложенные строки с причинами: " + path));
    }

    /** Asked of the standard error itself; where the system does not tell, plain lines are right on a terminal, too. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private String address() {
        return url == null ? state.folder().runningPorts().http(Port.GATEWAY) : url;
    }

    private Channel channel() {
        try {
            return Channel.of(channel);
        } catch (IllegalArgumentException e) {
            throw LoadTrouble.usage("Нет канала «" + channel + "»: бывают vk, ok, telegram, max, site.");
        }
    }
}
