package otklik.bench.timers;

import java.util.concurrent.Callable;
import otklik.bench.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otklik bench timers}: how quickly deadlines are set, met, cancelled and told, how late, how big, how soon restored. */
@Command(
        name = "timers",
        description = "Сроки: сколько в секунду ставится, выполняется, срабатывает; опоздание; место; восстановление.",
        mixinStandardHelpOptions = true)
public final class TimersCommand implements Callable<Integer> {

    @Option(
            names = "--open",
            paramLabel = "ЧИСЛО",
            description = "открытых сроков (по умолчанию ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private int open;

    @Option(names = "--quick", description = "в двадцать раз меньше")
    private boolean quick;

    @Option(names = "--json", description = "итог одной строкой JSON")
    private boolean json;

    @Option(names = "--no-peer", description = "без db-scheduler")
    private boolean alone;

    @Option(
            names = "--kills",
            paramLabel = "ЧИСЛО",
            description = "вместо измерений: столько раз убить одну из двух служб (kill -9), около 15 с на каждый раз")
    private int kills;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out, json);
        if (kills > 0) {
            try (Kills chaos = new Kills(report)) {
                chaos.measure(kills);
            }
            report.end();
            return 0;
        }
        Size size = Size.of(quick ? open / 20 : open);
        try (OtklikTimers ours = new OtklikTimers(size, report)) {
            ours.measure();
        }
        if (!alone) {
            try (PeerTimers peer = new PeerTimers(size, report)) {
                peer.measure();
            }
        }
        report.end();
        return 0;
    }
}
