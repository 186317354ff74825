package otklik.routing.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.regulation.Regulations;
import otklik.routing.incident.Visibility;
import otklik.routing.incident.core.State;

/** Turns a {@link QueueRequest} into SQL: only what the caller may see, sorted by what is due first, one row more than asked for. */
final class QueueSql {

    /** Sorts after everything that is due. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final QueueRequest request;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private QueueSql(QueueRequest request) {
        this.request = request;
    }

    /** SQL text and the values of its named parameters. */
    record Statement(String sql, Map<String, Object> values) {}

    static Statement of(QueueRequest request, Instant now) {
        return new QueueSql(request).build(now);
    }

    private Statement build(Instant now) {
        conditions.add(visible());
        conditions.add(queue(now));
        narrow("jurisdiction", request.jurisdiction());
        narrow("state", request.state());
        ofOrgan();
        words();
        page();
        String order = request.queue().isNewestFirst() ? "sort_at desc, i.id desc" : "sort_at, i.id";
        String sql = """
                select i.id, i.number, i.jurisdiction, i.state, i.channel, i.kind, i.url, i.topic_group, i.topic, i.location, i.importance,
                    i.organ, left(i.post_text, 240) as excerpt, i.detected_at, i.version, i.manual_needed, %s as sort_at,
                    d.stage, d.title, d.clause, d.started_at, d.due_at, d.status
                from incident i left join lateral (
                    select stage, title, clause, started_at, due_at, status from incident_deadline
                    where incident_id = i.id and status in ('OPEN', 'WARNED', 'BREACHED') and is_duty
                    order by due_at limit 1) d on true
                where %s order by %s limit %d""".formatted(sortColumn(), String.join(" and ", conditions), order, request.limit() + 1);
        return new Statement(sql, values);
    }

    private String sortColumn() {
        return request.queue().isNewestFirst() ? "i.changed_at" : "coalesce(i.next_due_at, '" + NEVER + "')";
    }

    private String visible() {
        List<String> ways = new ArrayList<>();
        List<String> watched = Regulations.installed().ids().stream()
                .filter(id -> Visibility.seesAll(request.caller(), id))
                .toList();
        if (!watched.isEmpty()) {
            ways.add("i.jurisdiction = any(" + parameter(watched) + ")");
        }
        List<String> organs = organs(Role.EXECUTOR, Role.RESPONSIBLE);
        if (!organs.isEmpty()) {
            ways.add("i.organs && " + parameter(organs));
        }
        return ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
    }

    private List<String> organs(Role... roles) {
        return request.caller().grants().stream()
                .filter(grant -> Arrays.asList(roles).contains(grant.role()))
                .flatMap(grant -> Stream.ofNullable(grant.organ()))
                .toList();
    }

    private String queue(Instant now) {
        String closed = Arrays.stream(State.values())
                .filter(State::isClosed)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", "));
        return switch (request.queue()) {
            case MINE -> mine();
            case OPEN -> "i.state not in (" + closed + ")";
            case OVERDUE -> "i.state not in (" + closed + ") and i.next_due_at < " + parameter(now);
            case CLOSED -> "i.state in ('DONE', 'NO_REACTION')";
            case SCREENED -> "i.state = 'SCREENED_OUT'";
        };
    }

    /** Where something waits for one of the caller's seats. */
    private String mine() {
        List<String> seats = request.caller().grants().stream()
                .flatMap(grant -> Regulations.installed().ids().stream()
                        .filter(grant::covers)
                        .map(id -> new Grant(grant.role(), id, grant.organ()).toString()))
                .toList();
        return seats.isEmpty() ? "false" : "i.awaits && " + parameter(seats);
    }

    private void ofOrgan() {
        String organ = request.organ();
        if (organ != null && !organ.isBlank()) {
            conditions.add("i.organs @> " + parameter(List.of(organ)));
        }
    }

    private void narrow(String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            conditions.add("i." + column + " = " + parameter(value));
        }
    }

    private void words() {
        String words = request.words();
        if (words != null && !words.isBlank()) {
            conditions.add("(i.number ilike " + parameter("%" + words.strip() + "%")
                    + " or to_tsvector('russian', i.post_text) @@ websearch_to_tsquery('russian', " + parameter(words)
                    + "))");
        }
    }

    private void page() {
        Cursor after = request.after();
        if (after != null) {
            conditions.add("(" + sortColumn() + ", i.id) " + (request.queue().isNewestFirst() ? "<" : ">") + " ("
                    + parameter(after.at()) + ", " + parameter(after.id()) + ")");
        }
    }

    private String parameter(Object value) {
        String name = "p" + values.size();
        values.put(name, value instanceof List<?> list ? list.toArray(String[]::new) : value);
        return ":" + name;
    }
}
