package otklik.standalone.command;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import otklik.standalone.launch.LaunchException;
import otklik.standalone.launch.Part;
import otklik.standalone.launch.PartStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code otklik service routing}: one part alone in this process, with nothing but environment variables around it. */
@Command(
        name = "service",
        description = "Запустить одну службу; окружение задают переменные.",
        mixinStandardHelpOptions = true)
public final class ServiceCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "СЛУЖБА",
            description = "ingest, routing, sla, publisher, reporting, identity, gateway, simulators")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
        Part part = Arrays.stream(Part.values())
                .filter(known -> known.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new LaunchException("Нет службы «" + name + "»; есть: " + names() + "."));
        PartStart.start(part, Map.of(), true);
        new CountDownLatch(1).await();
        return 0;
    }

    private static String names() {
        return Arrays.stream(Part.values()).map(Part::key).collect(Collectors.joining(", "));
    }
}
