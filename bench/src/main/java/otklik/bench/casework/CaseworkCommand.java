package otklik.bench.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.bench.Report;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otklik bench casework}: commands a second, how long they and every look take with a million incidents, and whether Kafka keeps up. */
@Command(
        name = "casework",
        description = "Работа с инцидентами: команд в секунду, задержки команд и чтения при миллионе инцидентов.",
        mixinStandardHelpOptions = true)
public final class CaseworkCommand implements Callable<Integer> {

    private static final int SAMPLED = 60;

    /** Loading: nothing through the log, everything on disk at the end. */
    private static final Map<String, String> LOADING = Map.of(
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_wal_size", "4GB",
            "shared_buffers", "256MB",
            "autovacuum", "off");

    /** Measuring a base of many gigabytes: on a server that has memory for it. */
    private static final Map<String, String> SERVER = Map.of("shared_buffers", "8GB", "max_wal_size", "4GB");

    private static final int MANY = 500_000;

    @Option(
            names = "--incidents",
            paramLabel = "ЧИСЛО",
            description = "инцидентов в базе (по умолчанию ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private int incidents;

    @Option(names = "--quick", description = "в пятьдесят раз меньше, секунды вместо минут")
    private boolean quick;

    @Option(names = "--json", description = "итог одной строкой JSON")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "ПАПКА",
            description = "где база: заполненная однажды используется снова; иначе временная")
    private @Nullable Path data;

    @Option(names = "--commands-only", description = "только команды, без чтения")
    private boolean commandsOnly;

    @Option(names = "--fill-only", description = "только заполнить базу в папке --data")
    private boolean fillOnly;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out, json);
        Size size = Size.of(incidents, quick);
        Path folder = data == null ? Files.createTempDirectory("otklik-bench") : Files.createDirectories(data);
        try {
            fill(folder, size, report);
            return fillOnly ? 0 : measure(folder, size, commandsOnly, report);
        } finally {
            if (data == null) {
                delete(folder);
            }
        }
    }

    static void fill(Path folder, Size size, Report report) throws Exception {
        try (Platform platform = new Platform(folder, LOADING)) {
            Directory directory = platform.startService().getBean(Directory.class);
            platform.stopService();
            try (Connection connection = platform.connect()) {
                if (Fill.isFilled(connection, size)) {
                    return;
                }
            }
            report.note("заполняю базу: " + size.all() + " инцидентов");
            long started = System.nanoTime();
            try (Tables tables = new Tables(platform)) {
                new Fill(size, tables, directory, Instant.now()).run();
            }
            report.figure("заполнение", "Отклик", (System.nanoTime() - started) / 1e9, "с", null);
        }
    }

    /** Returns 0, or 1 if the trail of an incident is not what it should be. */
    static int measure(Path folder, Size size, boolean commandsOnly, Report report) throws Exception {
        try (Platform platform = new Platform(folder, size.incidents() < MANY ? Map.of() : SERVER)) {
            platform.warmUp();
            ConfigurableApplicationContext service = platform.startService();
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            try (Client client = new Client(port)) {
                Lives lives = new Lives(service.getBean(Directory.class), Instant.now());
                Walkers walkers = new Walkers(client);
                Commands.gather(platform, lives, walkers, size.walkers());
                report.note("команды");
                new Commands(platform, service, walkers, size, report).measure();
                if (!commandsOnly) {
                    report.note("чтение");
                    new Reads(client, size, report).measure();
                }
                int broken = broken(client, size);
                report.figure(
                        "цепочек фактов не сходится, из " + SAMPLED, "Отклик", broken, "шт", Goals.atMost(0, broken));
                report.end();
                return broken == 0 ? 0 : 1;
            }
        }
    }

    /** Of incidents taken at random, filled in and walked, those whose trail is not what it should be. */
    private static int broken(Client client, Size size) {
        Caller admin = People.of(Role.ADMIN, "*", null);
        SplittableRandom random = new SplittableRandom(11);
        int broken = 0;
        for (int i = 0; i < SAMPLED; i++) {
            int number =
                    i % 2 == 0 ? random.nextInt(size.incidents()) : size.all() - 1 - random.nextInt(size.walkers());
            String answer = client.get(admin, "/api/routing/v1/incidents/" + Lives.id(number) + "/integrity")
                    .block(Duration.ofMinutes(1));
            if (!Json.mapper().readTree(answer).at("/intact").asBoolean()) {
                broken++;
            }
        }
        return broken;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
