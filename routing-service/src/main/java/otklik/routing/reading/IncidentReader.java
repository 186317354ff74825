package otklik.routing.reading;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.post.Author;
import otklik.regulation.Regulations;
import otklik.routing.assignment.Assignments;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.incident.Visibility;
import otklik.routing.incident.core.Incident;
import otklik.routing.platform.Cursor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads queues and cards. */
final class IncidentReader {

    private final DatabaseClient database;
    private final IncidentTrail trail;
    private final Directory directory;
    private final Assignments assignments;
    private final InstantSource time;

    IncidentReader(
            DatabaseClient database,
            IncidentTrail trail,
            Directory directory,
            Assignments assignments,
            InstantSource time) {
        this.database = database;
        this.trail = trail;
        this.directory = directory;
        this.assignments = assignments;
        this.time = time;
    }

    /** One page of a queue. {@code next} is null on the last. */
    record Page(List<Summary> items, @Nullable String next) {}

    private record Row(Instant sortAt, Summary summary) {}

    Mono<Page> page(QueueRequest request) {
        QueueSql.Statement statement = QueueSql.of(request, directory, time.instant());
        return bind(statement)
                .map(row -> new Row(requireNonNull(row.get("sort_at", Instant.class)), summary(row)))
                .all()
                .collectList()
                .map(rows -> page(rows, request.limit()));
    }

    private DatabaseClient.GenericExecuteSpec bind(QueueSql.Statement statement) {
        DatabaseClient.GenericExecuteSpec spec = database.sql(statement.sql());
        for (Map.Entry<String, Object> value : statement.values().entrySet()) {
            spec = spec.bind(value.getKey(), value.getValue());
        }
        return spec;
    }

    private static Page page(List<Row> rows, int limit) {
        if (rows.size() <= limit) {
            return new Page(rows.stream().map(Row::summary).toList(), null);
        }
        Row last = rows.get(limit - 1);
        return new Page(
                rows.stream().limit(limit).map(Row::summary).toList(),
                new Cursor(last.sortAt(), last.summary().id()).text());
    }

    Mono<Card> card(UUID id, Caller caller) {
        return trail.visible(id, caller)
                .flatMap(incident -> Mono.zip(
                                post(id), summary(incident), deadlines(id).collectList())
                        .map(parts -> card(incident, parts.getT1(), parts.getT2(), parts.getT3(), caller)));
    }

    private Card card(Incident incident, Post post, Summary summary, List<Card.Deadline> deadlines, Caller caller) {
        boolean showAuthor = Visibility.seesAuthor(caller, incident.jurisdiction());
        return new Card(
                summary,
                post.text(),
                showAuthor ? post.author() : null,
                post.postedAt(),
                assignments
                        .suggest(incident.jurisdiction(), incident.classification())
                        .map(found -> Card.Suggested.of(found, directory))
                        .orElse(null),
                learned(incident, post.text()),
                Card.Draft.of(incident.draft()),
                incident.rework(),
                Parts.of(incident, directory, caller),
                showAuthor ? incident.marks() : incident.marks().withoutAuthor(),
                Card.PassUp.of(incident, Regulations.installed().get(incident.jurisdiction(), incident.detectedAt())),
                Card.Publication.of(incident.reply()),
                deadlines);
    }

    /** Only while somebody has to send it somewhere. */
    private Card.@Nullable Experienced learned(Incident incident, String text) {
        return incident.organs().isEmpty() && !incident.state().isClosed()
                ? assignments
                        .learned(incident.jurisdiction(), incident.id(), incident.classification(), text)
                        .map(found -> Card.Experienced.of(found, directory))
                        .orElse(null)
                : null;
    }

    private record Post(
            String text, @Nullable Author author, @Nullable Instant postedAt) {}

    private Mono<Post> post(UUID id) {
        return database.sql("select post_text, cast(author as text) as author, posted_at from incident where id = :id")
                .bind("id", id)
                .map(row -> new Post(
                        requireNonNull(row.get("post_text", String.class)),
                        author(row.get("author", String.class)),
                        row.get("posted_at", Instant.class)))
                .one();
    }

    private static @Nullable Author author(@Nullable String json) {
        return json == null ? null : Json.mapper().readValue(json, Author.class);
    }

    private Mono<Summary> summary(Incident incident) {
        return database.sql("""
                        select i.id, i.number, i.jurisdiction, i.state, i.channel, i.kind, i.url, i.topic_group, i.topic, i.location,
                            i.importance, i.organ, cardinality(i.organs) as organs, left(i.post_text, 240) as excerpt,
                            i.detected_at, i.version, i.manual_needed,
                            d.stage, d.title, d.clause, d.started_at, d.due_at, d.status
                        from incident i left join lateral (
                            select stage, title, clause, started_at, due_at, status from incident_deadline
                            where incident_id = i.id and status in ('OPEN', 'WARNED', 'BREACHED') and is_duty
                            order by due_at limit 1) d on true
                        where i.id = :id""").bind("id", incident.id()).map(this::summary).one();
    }

    private Summary summary(Readable row) {
        return new Summary(
                requireNonNull(row.get("id", UUID.class)),
                text(row, "number"),
                text(row, "jurisdiction"),
                text(row, "state"),
                text(row, "channel"),
                text(row, "kind"),
                row.get("url", String.class),
                text(row, "topic_group"),
                text(row, "topic"),
                row.get("location", String.class),
                text(row, "importance"),
                named(row.get("organ", String.class)),
                requireNonNullElse(row.get("organs", Integer.class), 0),
                text(row, "excerpt"),
                requireNonNull(row.get("detected_at", Instant.class)),
                requireNonNull(row.get("version", Long.class)),
                Boolean.TRUE.equals(row.get("manual_needed", Boolean.class)),
                deadline(row));
    }

    private static Summary.@Nullable NextDeadline deadline(Readable row) {
        return row.get("stage", String.class) == null
                ? null
                : new Summary.NextDeadline(
                        text(row, "stage"),
                        text(row, "title"),
                        text(row, "clause"),
                        requireNonNull(row.get("started_at", Instant.class)),
                        requireNonNull(row.get("due_at", Instant.class)),
                        text(row, "status"));
    }

    private Flux<Card.Deadline> deadlines(UUID id) {
        return database.sql("""
                        select deadline_id, stage, title, clause, started_at, due_at, status, explanation, concerns, owner
                        from incident_deadline
                        where incident_id = :id order by started_at, due_at""")
                .bind("id", id)
                .map(row -> new Card.Deadline(
                        requireNonNull(row.get("deadline_id", UUID.class)),
                        text(row, "stage"),
                        text(row, "title"),
                        text(row, "clause"),
                        requireNonNull(row.get("started_at", Instant.class)),
                        requireNonNull(row.get("due_at", Instant.class)),
                        text(row, "status"),
                        row.get("explanation", String.class),
                        named(row.get("concerns", String.class)),
                        row.get("owner", String.class)))
                .all();
    }

    private Card.@Nullable Named named(@Nullable String organ) {
        return organ == null ? null : new Card.Named(organ, directory.name(organ));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
