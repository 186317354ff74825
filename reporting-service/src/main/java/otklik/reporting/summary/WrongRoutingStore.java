package otklik.reporting.summary;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.reporting.projection.LostTime;
import otklik.reporting.summary.WrongRouting.OrganRow;
import otklik.reporting.summary.WrongRouting.RouterRow;
import otklik.reporting.summary.WrongRouting.TopicRow;
import reactor.core.publisher.Mono;

/** Asks the projection what wrong routing cost. */
final class WrongRoutingStore {

    private static final String PERIOD = "with " + LostTime.TABLE + """
            , back as (select * from given_back where jurisdiction = :jurisdiction and at >= :start and at < :end)
            , lost as (select * from lost_time where jurisdiction = :jurisdiction and ended_at >= :start and ended_at < :end)""";

    private static final String TOTALS = PERIOD + """
            select (select count(*) from back) as returned, (select count(distinct incident_id) from lost) as incidents,
                   (select coalesce(sum(lost_s), 0) from lost) as lost_s""";

    private static final String BY_ROUTER = PERIOD + """
            , sent as (select routed_by, count(*) as routed from routing_fact
                        where jurisdiction = :jurisdiction and at >= :start and at < :end group by 1)
            , returns as (select routed_by, count(*) as returned from back group by 1)
            , minutes as (select routed_by, sum(lost_s) as lost_s from lost group by 1)
            select routed_by as key, routed_by as name, coalesce(routed, 0) as routed, coalesce(returned, 0) as returned,
                   coalesce(lost_s, 0) as lost_s
              from sent full join returns using (routed_by) full join minutes using (routed_by) order by 1""";

    private static final String BY_ORGAN = PERIOD + """
            , returns as (select organ, count(*) as returned from back group by 1)
            , minutes as (select organ, sum(lost_s) as lost_s from lost group by 1)
            select organ as key, coalesce(n.name, organ) as name, coalesce(returned, 0) as returned, coalesce(lost_s, 0) as lost_s
              from returns full join minutes using (organ) left join organ_name n using (organ) order by 4 desc, 2""";

    private static final String BY_TOPIC = PERIOD + """
            , returns as (select i.topic_group, count(*) as returned from back join incident_view i using (incident_id) group by 1)
            , minutes as (select i.topic_group, sum(lost_s) as lost_s from lost join incident_view i using (incident_id) group by 1)
            select coalesce(topic_group, '—') as key, coalesce(topic_group, '—') as name, coalesce(returned, 0) as returned,
                   coalesce(lost_s, 0) as lost_s
              from returns full join minutes using (topic_group) order by 4 desc, 2""";

    private final DatabaseClient database;

    WrongRoutingStore(DatabaseClient database) {
        this.database = database;
    }

    /** Plain numbers. */
    record Totals(long returned, long incidents, double lostMinutes) {}

    Mono<Totals> totals(String jurisdiction, Period period) {
        return ask(
                        jurisdiction,
                        period,
                        TOTALS,
                        row -> new Totals(number(row, "returned"), number(row, "incidents"), minutes(row)))
                .map(List::getFirst);
    }

    Mono<List<RouterRow>> byRouter(String jurisdiction, Period period) {
        return ask(
                jurisdiction,
                period,
                BY_ROUTER,
                row -> new RouterRow(text(row, "key"), number(row, "routed"), number(row, "returned"), minutes(row)));
    }

    Mono<List<OrganRow>> byOrgan(String jurisdiction, Period period) {
        return ask(
                jurisdiction,
                period,
                BY_ORGAN,
                row -> new OrganRow(text(row, "key"), text(row, "name"), number(row, "returned"), minutes(row)));
    }

    Mono<List<TopicRow>> byTopic(String jurisdiction, Period period) {
        return ask(
                jurisdiction,
                period,
                BY_TOPIC,
                row -> new TopicRow(text(row, "key"), number(row, "returned"), minutes(row)));
    }

    private <T> Mono<List<T>> ask(String jurisdiction, Period period, String sql, Function<Readable, T> row) {
        return database.sql(sql)
                .bind("jurisdiction", jurisdiction)
                .bind("start", period.start())
                .bind("end", period.end())
                .map(row)
                .all()
                .collectList();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
    }

    /** To a tenth of a minute. */
    private static double minutes(Readable row) {
        return Math.round(Objects.requireNonNull(row.get("lost_s", Double.class)) / 6) / 10.0;
    }
}
