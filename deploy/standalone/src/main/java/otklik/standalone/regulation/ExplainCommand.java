package otklik.standalone.regulation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Deadline;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.lint.Budget;
import otklik.sla.regulation.ExplanationView;
import otklik.standalone.launch.LaunchException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code otklik regulation explain}: a deadline with its proof, and for the whole answer how much room its steps have. */
@Command(
        name = "explain",
        description = "Срок этапа с доказательством: что считалось, что нет и почему.",
        footer = {"", "Пример: ./otklik regulation explain altai-krai --stage publish --from 2026-04-30T15:59+07:00"},
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final String WHOLE = "publish";

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "РЕГЛАМЕНТ", description = "Имя или файл профиля")
    private String name = "";

    @Option(names = "--stage", required = true, paramLabel = "ЭТАП", description = "Этап, например publish")
    private String stage = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "КОГДА",
            description = "Начало срока; без смещения — по местному времени регламента")
    private String from = "";

    @Option(names = "--importance", paramLabel = "normal|elevated", description = "Важность; обычная, если не названа")
    private String importance = "normal";

    /**
     * @param effectiveDue earlier than {@code due} where a submission window closes before it
     * @param recomputed what the stretches alone give: the same as {@code due}, or the proof is wrong
     */
    record Explained(
            Instant due,
            Instant effectiveDue,
            String clause,
            Instant recomputed,
            ExplanationView explanation,
            @Nullable Budget budget) {}

    @Override
    public Integer call() {
        Importance wanted = importance();
        Instant at = at(new Named(name).latest().zone());
        Regulation regulation = new Named(name).binding(at);
        Deadline deadline = regulation.deadline(stage, wanted, at);
        Optional<Budget> budget = stage.equals(WHOLE) ? Budget.of(regulation, wanted, Set.of(), at) : Optional.empty();
        if (output.isJson()) {
            output.json(new Explained(
                    deadline.dueAt(),
                    deadline.effectiveAt(),
                    deadline.clause(),
                    deadline.explanation().recomputed(),
                    ExplanationView.of(deadline.explanation()),
                    budget.orElse(null)));
        } else {
            new ProofText(regulation.zone()).lines(deadline, budget).forEach(output.text()::println);
        }
        return 0;
    }

    private Importance importance() {
        return switch (importance.toLowerCase(Locale.ROOT)) {
            case "normal" -> Importance.NORMAL;
            case "elevated" -> Importance.ELEVATED;
            default ->
                throw new LaunchException("Важности «" + importance + "» нет: --importance normal или elevated.");
        };
    }

    private Instant at(ZoneId zone) {
        try {
            return OffsetDateTime.parse(from).toInstant();
        } catch (DateTimeException withoutOffset) {
            return local(zone);
        }
    }

    private Instant local(ZoneId zone) {
        try {
            return LocalDateTime.parse(from).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new LaunchException(
                    "Время «" + from + "» не читается: --from 2026-04-30T15:59+07:00 или 2026-04-30T15:59.",
                    unreadable);
        }
    }
}
