package otklik.reporting.summary;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.reporting.summary.Summary.BreachRow;
import otklik.reporting.summary.Summary.DayRow;
import otklik.reporting.summary.Summary.OrganRow;
import otklik.reporting.summary.Summary.TimeToAnswer;
import otklik.reporting.summary.Summary.TopicRow;
import reactor.core.publisher.Mono;

/** Asks the projection. Every question names the jurisdiction and, where it is about a period, its two instants. */
final class SummaryStore {

    private final DatabaseClient database;

    SummaryStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param answerStage the stage whose term the answer has to keep
     */
    record Question(String jurisdiction, Period period, String answerStage) {}

    /** Plain numbers, by name. */
    Mono<Map<String, Long>> totals(Question question) {
        return ask(question, SummarySql.TOTALS, row -> Map.entry(text(row, "name"), number(row, "value")))
                .map(SummaryStore::inOrder);
    }

    Mono<Map<String, Long>> byState(Question question) {
        return ask(question, SummarySql.BY_STATE, row -> Map.entry(text(row, "state"), number(row, "value")))
                .map(SummaryStore::inOrder);
    }

    Mono<List<OrganRow>> byOrgan(Question question) {
        return ask(
                question,
                SummarySql.BY_ORGAN,
                row -> new OrganRow(
                        text(row, "organ"),
                        text(row, "name"),
                        number(row, "assigned"),
                        number(row, "published"),
                        number(row, "in_time"),
                        number(row, "late"),
                        number(row, "overdue"),
                        number(row, "returned"),
                        number(row, "reworks")));
    }

    Mono<List<TopicRow>> byTopic(Question question) {
        return ask(
                question,
                SummarySql.BY_TOPIC,
                row -> new TopicRow(text(row, "topic_group"), number(row, "detected"), number(row, "published")));
    }

    Mono<List<BreachRow>> breaches(Question question) {
        return ask(
                question,
                SummarySql.BREACHES,
                row -> new BreachRow(text(row, "clause"), text(row, "title"), number(row, "value")));
    }

    Mono<List<DayRow>> byDay(Question question) {
        return ask(
                question,
                SummarySql.BY_DAY,
                row -> new DayRow(
                        Objects.requireNonNull(row.get("day", LocalDate.class)),
                        number(row, "detected"),
                        number(row, "published"),
                        number(row, "breached")));
    }

    Mono<TimeToAnswer> timeToAnswer(Question question) {
        return ask(
                        question,
                        SummarySql.TIME_TO_ANSWER,
                        row -> new TimeToAnswer(
                                hours(row, "median"),
                                hours(row, "p90"),
                                hours(row, "median_working"),
                                hours(row, "p90_working")))
                .map(List::getFirst);
    }

    private <T> Mono<List<T>> ask(Question question, String sql, Function<Readable, T> row) {
        DatabaseClient.GenericExecuteSpec spec = database.sql(sql).bind("jurisdiction", question.jurisdiction());
        for (Map.Entry<String, Object> argument : arguments(question).entrySet()) {
            spec = sql.contains(":" + argument.getKey()) ? spec.bind(argument.getKey(), argument.getValue()) : spec;
        }
        return spec.map(row).all().collectList();
    }

    private static Map<String, Object> arguments(Question question) {
        Period period = question.period();
        return Map.of(
                "start", period.start(),
                "end", period.end(),
                "zone", period.zone().getId(),
                "firstDay", period.from(),
                "lastDay", period.to(),
                "stage", question.answerStage());
    }

    private static Map<String, Long> inOrder(List<Map.Entry<String, Long>> entries) {
        Map<String, Long> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
    }

    private static @Nullable Double hours(Readable row, String column) {
        Double seconds = row.get(column, Double.class);
        return seconds == null ? null : Math.round(seconds / 36.0) / 100.0;
    }
}
