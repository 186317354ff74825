package otklik.bench.regulation;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import otklik.contracts.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otklik bench regulation}: measures, or with {@code --check} compares millions of answers with a second implementation. */
@Command(
        name = "regulation",
        description = {
            "Рабочее время: +9 рабочих часов и +7 рабочих дней от случайных моментов 2019–2027 годов.",
            "В одном прогоне с BusinessCalendarImpl из jBPM, календарём Strata (только даты) и обходом по дням."
        },
        mixinStandardHelpOptions = true)
public final class RegulationBench implements Callable<Integer> {

    @Option(names = "--quick", description = "Быстро и грубо: полминуты вместо нескольких минут")
    private boolean quick;

    @Option(names = "--json", description = "Ответить в JSON")
    private boolean json;

    @Option(
            names = "--check",
            paramLabel = "ЧИСЛО",
            arity = "0..1",
            fallbackValue = "10000000",
            defaultValue = "0",
            description =
                    "Не мерить, а сверить столько случайных моментов с обходом по дням (10 000 000, если число не названо)")
    private long check;

    @Override
    public Integer call() throws RunnerException {
        if (check > 0) {
            return new Check(check, json).run();
        }
        Figures figures = new Figures(results());
        System.out.println(
                json
                        ? Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures.rows())
                        : figures.text());
        return 0;
    }

    private List<RunResult> results() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(WorkingTimeBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                // Not those of this process: a fork with two collectors does not start.
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 2 : 3)
                .measurementIterations(quick ? 9 : 15)
                .warmupTime(TimeValue.milliseconds(quick ? 300 : 500))
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 300));
        return List.copyOf(new Runner(options.build()).run());
    }
}
