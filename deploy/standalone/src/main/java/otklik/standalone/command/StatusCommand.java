package otklik.standalone.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import otklik.standalone.launch.Health;
import otklik.standalone.launch.Part;
import otklik.standalone.launch.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otklik status}: how every part is; returns 0 only if all are well. */
@Command(name = "status", description = "Показать, что работает.", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = state.folder().runningPorts();
        boolean allUp = true;
        try (var health = new Health(ports)) {
            for (Part part : Part.values()) {
                boolean up = health.isUp(part);
                allUp &= up;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-12s %-24s %s",
                        up ? "работает" : "не отвечает",
                        ports.http(part.port()),
                        part.port().title()));
            }
        }
        return allUp ? 0 : 1;
    }
}
