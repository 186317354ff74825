package otklik.reporting.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.messaging.BackgroundLoop;
import otklik.reporting.projection.LostTime;
import reactor.core.publisher.Mono;

/**
 * Figures for Prometheus, read from the projection at intervals: every instance shows the same. Tags come from closed sets: jurisdictions,
 * states, clauses, buckets, ways of routing. Equations: the sum of {@code otklik.reports.incidents} over states is the number of incidents;
 * {@code otklik.reports.overdue <= otklik.reports.breaches} per clause; the bucket {@code +Inf} of {@code otklik.reports.answers} is the
 * number of final answers.
 */
final class Figures extends BackgroundLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STATES =
            "select jurisdiction, state as tag, count(*)::float8 as value from incident_view group by 1, 2";
    private static final String OVERDUE = """
            select jurisdiction, clause as tag, (count(*) filter (where open))::float8 as value from deadline_view
             where breached group by 1, 2""";
    private static final String BREACHES = """
            select jurisdiction, clause as tag, count(*)::float8 as value from deadline_view where breached group by 1, 2""";
    private static final String LOST = "with " + LostTime.TABLE + """

            select jurisdiction, routed_by as tag, sum(lost_s) / 60 as value from lost_time group by 1, 2""";
    private static final String ANSWERS = """
            select jurisdiction, case when le = 'infinity' then '+Inf' else trim_scale(le::numeric)::text end as tag,
                   (count(*) filter (where answered_in_working_s <= le))::float8 as value
              from incident_view, unnest(array[900, 1800, 3600, 7200, 10800, 14400, 18000, 21600, 25200, 28800, 32400, 64800, 162000,
                                               'infinity'::float8]) as le
             where answered_in_working_s is not null group by jurisdiction, le""";

    private final DatabaseClient database;
    private final Board incidents;
    private final Board overdue;
    private final Board breaches;
    private final Board answers;
    private final Board lost;

    Figures(DatabaseClient database, Duration refresh, MeterRegistry meters) {
        super("figures", "The figures could not be read and the old ones stand", refresh, refresh);
        this.database = database;
        incidents = gauge(meters, "otklik.reports.incidents", "incidents by state, now");
        overdue = gauge(meters, "otklik.reports.overdue", "broken terms still open, by clause");
        breaches = gauge(meters, "otklik.reports.breaches", "broken terms ever, by clause");
        lost = gauge(
                meters,
                "otklik.reports.lost.minutes",
                "working minutes of organs that gave the incident back, by who had sent it there");
        answers = gauge(
                meters, "otklik.reports.answers", "final answers within le working seconds of detection, cumulative");
    }

    private static Board gauge(MeterRegistry meters, String name, String description) {
        return new Board(MultiGauge.builder(name).description(description).register(meters), new ConcurrentHashMap<>());
    }

    /** A gauge of many rows. A row that is there stays registered and reads its value: to register it anew while somebody scrapes doubles it. */
    private record Board(MultiGauge gauge, Map<Tags, Double> values) {

        void show(Map<Tags, Double> fresh) {
            values.putAll(fresh);
            values.keySet().retainAll(fresh.keySet());
            List<Row<?>> rows = new ArrayList<>();
            fresh.keySet().forEach(tags -> rows.add(Row.of(tags, values, now -> now.getOrDefault(tags, Double.NaN))));
            gauge.register(rows);
        }
    }

    @Override
    protected boolean round() {
        read().block(PATIENCE);
        return false;
    }

    private Mono<Void> read() {
        return Mono.when(
                read(incidents, STATES, "state"),
                read(overdue, OVERDUE, "clause"),
                read(breaches, BREACHES, "clause"),
                read(answers, ANSWERS, "le"),
                read(lost, LOST, "routed_by"));
    }

    private Mono<Map<Tags, Double>> read(Board board, String sql, String tag) {
        return database.sql(sql)
                .map(row -> Map.entry(
                        Tags.of(
                                "jurisdiction",
                                String.valueOf(row.get("jurisdiction", String.class)),
                                tag,
                                String.valueOf(row.get("tag", String.class))),
                        Objects.requireNonNull(row.get("value", Double.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(board::show);
    }
}
