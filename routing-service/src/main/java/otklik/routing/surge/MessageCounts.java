package otklik.routing.surge;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.surge.core.Count;
import otklik.routing.surge.core.Matter;
import reactor.core.publisher.Mono;

/**
 * Counts the people who write about the same. A message counts from when it was written, where the source tells that, so a backlog that is
 * imported today is no surge of today; where it does not tell, from its detection. Screened posts do not count, repeats do: many who ask
 * again are a surge as well, one who asks ten times is one person.
 */
final class MessageCounts {

    private static final String AUTHOR = """
            coalesce(i.channel || ':' || nullif(i.author ->> 'externalId', ''), nullif(i.author ->> 'profileUrl', ''), cast(i.id as text))""";

    private final DatabaseClient database;

    MessageCounts(DatabaseClient database) {
        this.database = database;
    }

    /** What may be a surge or still be one: whatever half as many as needed at least have written about. The rest counts as nothing. */
    Mono<Map<Matter, Count>> lately(List<Watched> watched, Instant now) {
        return database.sql("""
                        select i.jurisdiction, i.topic_group, i.location, count(*) as messages, count(distinct %1$s) as authors
                        from (select jurisdiction, at_least, :now - make_interval(secs => seconds) as since
                              from unnest(:jurisdictions, :seconds, :least) as asked (jurisdiction, seconds, at_least)) rule
                        join incident i on i.jurisdiction = rule.jurisdiction and i.detected_at > rule.since
                            and i.detected_at > :earliest and i.detected_at <= :now
                        where i.state <> 'SCREENED_OUT' and coalesce(i.posted_at, i.detected_at) > rule.since
                        group by i.jurisdiction, i.topic_group, i.location, rule.at_least
                        having count(distinct %1$s) * 2 >= rule.at_least""".formatted(AUTHOR))
                .bind("now", now)
                .bind(
                        "earliest",
                        earliest(watched.stream().map(each -> each.rule().within()), now))
                .bind("jurisdictions", texts(watched, Watched::jurisdiction))
                .bind("seconds", numbers(watched, each -> each.rule().within().toSeconds()))
                .bind("least", numbers(watched, each -> (long) each.rule().atLeast()))
                .map(row -> Map.entry(
                        new Matter(
                                text(row, "jurisdiction"), text(row, "topic_group"), row.get("location", String.class)),
                        new Count(count(row, "authors"), count(row, "messages"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What is asked about what is usual. */
    record Asked(Matter matter, Watched watched) {}

    /**
     * How many people write about it within such a time on average over the days before; days from before the jurisdiction's first
     * message do not count. What nobody wrote about is not in the answer.
     */
    Mono<Map<Matter, Double>> usually(List<Asked> asked, Instant now) {
        return database.sql("""
                        with asked as (
                            select *, :now - make_interval(secs => seconds) as until from unnest(:jurisdictions, :groups, :locations,
                                :seconds, :days) as asked (jurisdiction, topic_group, location, seconds, days)),
                        span as materialized (
                            select *, greatest(until - make_interval(days => cast(days as int)),
                                (select min(detected_at) from incident f where f.jurisdiction = asked.jurisdiction)) as since
                            from asked)
                        select s.jurisdiction, s.topic_group, s.location,
                            count(distinct (%s, floor(extract(epoch from s.until - coalesce(i.posted_at, i.detected_at)) / s.seconds)))
                                / greatest(1.0, extract(epoch from s.until - s.since) / s.seconds) as usual
                        from span s join incident i on i.jurisdiction = s.jurisdiction and i.detected_at >= s.since
                            and i.detected_at >= :earliest and i.detected_at <= :now
                        where i.topic_group = s.topic_group and coalesce(i.location, '') = s.location and i.state <> 'SCREENED_OUT'
                            and coalesce(i.posted_at, i.detected_at) >= s.since and coalesce(i.posted_at, i.detected_at) <= s.until
                        group by s.jurisdiction, s.topic_group, s.location, s.since, s.until, s.seconds""".formatted(AUTHOR))
                .bind("now", now)
                .bind("earliest", earliest(asked.stream().map(each -> span(each.watched())), now))
                .bind("jurisdictions", texts(asked, each -> each.matter().jurisdiction()))
                .bind("groups", texts(asked, each -> each.matter().topicGroup()))
                .bind("locations", texts(asked, each -> place(each.matter())))
                .bind(
                        "seconds",
                        numbers(asked, each -> each.watched().rule().within().toSeconds()))
                .bind("days", numbers(asked, each ->
                        (long) each.watched().rule().usualOverDays()))
                .map(row -> Map.entry(
                        new Matter(
                                text(row, "jurisdiction"), text(row, "topic_group"), location(text(row, "location"))),
                        requireNonNull(row.get("usual", Double.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Duration span(Watched watched) {
        return watched.rule().within().plusDays(watched.rule().usualOverDays());
    }

    /** Before it nothing is asked for. Says no more than the times in the statement, but in a way that the planner can count with: it reads the last hours instead of all. */
    private static Instant earliest(Stream<Duration> back, Instant now) {
        return now.minus(back.max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    /** The place as the tables of surges have it. */
    static String place(Matter matter) {
        return Objects.requireNonNullElse(matter.location(), "");
    }

    private static @Nullable String location(String place) {
        return place.isEmpty() ? null : place;
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> of, Function<T, Long> number) {
        return of.stream().map(number).toArray(Long[]::new);
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }

    private static int count(Readable row, String column) {
        return Math.toIntExact(requireNonNull(row.get(column, Long.class), column));
    }
}
