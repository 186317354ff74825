package otklik.routing.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.Visibility;
import otklik.routing.incident.core.Place;
import otklik.routing.incident.core.Seat;
import otklik.routing.platform.Cursor;

/**
 * Turns a {@link QueueRequest} into SQL: only what the caller may see, sorted by what is due first, one row more than asked for. A page is a
 * walk along the places of the caller's queues, merged while it goes, so that it ends with the last row of the page. Words are looked for
 * among the first of them and, where they turn up, further on; where that does not fill a page, the places of all incidents that have the
 * words are looked up when these are few, and otherwise the walk goes to the end.
 */
final class QueueSql {

    /** As many of a queue are looked through for words before anything else: fills a page where one in twelve has them. */
    private static final int NEAR = 600;

    /** As many among those promise a page full among the first {@link #FURTHER}. */
    private static final int PROMISING = 5;

    private static final int FURTHER = 10_000;

    /** As many incidents with the words, wherever they stand, are looked up one by one; of more, a walk meets a page full soon enough. */
    private static final int FEW = 2_000;

    private static final String IS_PROMISING = "(select count(*) >= " + PROMISING + " from near)";

    private final QueueRequest request;
    private final Directory directory;
    /** On places of queues ({@code p}) and, for some requests only, on the incident itself ({@code i}). */
    private final List<String> ofPlace = new ArrayList<>();

    private final List<String> ofIncident = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private QueueSql(QueueRequest request, Directory directory) {
        this.request = request;
        this.directory = directory;
    }

    /** SQL text and the values of its named parameters. */
    record Statement(String sql, Map<String, Object> values) {}

    static Statement of(QueueRequest request, Directory directory, Instant now) {
        return new QueueSql(request, directory).build(now);
    }

    private Statement build(Instant now) {
        List<String> places = places();
        visible();
        narrow("jurisdiction", request.jurisdiction());
        narrow("state", request.state());
        narrow("topic_group", request.topicGroup());
        narrow("location", request.location());
        ofOrgan();
        overdue(now);
        page();
        String sql = """
                %s select i.id, i.number, i.jurisdiction, i.state, i.channel, i.kind, i.url, i.topic_group, i.topic, i.location, i.importance,
                    i.organ, cardinality(i.organs) as organs, left(i.post_text, 240) as excerpt, i.detected_at, i.version,
                    i.manual_needed, page.sort_at,
                    d.stage, d.title, d.clause, d.started_at, d.due_at, d.status
                from page join incident i on i.id = page.incident_id left join lateral (
                    select stage, title, clause, started_at, due_at, status from incident_deadline
                    where incident_id = i.id and status in ('OPEN', 'WARNED', 'BREACHED') and is_duty
                    order by due_at limit 1) d on true
                order by %s""".formatted(page(places), order("page"));
        return new Statement(sql, values);
    }

    private String page(List<String> places) {
        String inOrder = inOrder(places);
        String words = request.words();
        if (words == null || words.isBlank()) {
            return "with page as (" + walk(inOrder, "", "true") + ")";
        }
        String query = "websearch_to_tsquery('russian', translate(" + parameter(words) + ", 'ёЁ', 'еЕ'))";
        String joined = joinedWords(query);
        return """
                with near as materialized (%s),
                further as materialized (%s),
                hits as materialized (select incident_id from incident_words where words @@ %s and %s and %s limit %d),
                page as (select distinct sort_at, incident_id from (
                    select * from near union all select * from further union all (%s) union all (%s)) found order by %s%s)""".formatted(
                        walk(inOrder + " limit " + NEAR, joined, "true"),
                        walk(inOrder + " limit " + FURTHER, joined, isShort("near") + " and " + IS_PROMISING),
                        query,
                        isShort("near"),
                        isShort("further"),
                        FEW + 1,
                        lookUp(places),
                        walk(inOrder, joined, "(select count(*) > " + FEW + " from hits)"),
                        order("found"),
                        limit());
    }

    /** No page full, so that what comes after may be needed. Where it is not, PostgreSQL does not begin with it. */
    private String isShort(String found) {
        return "(select count(*) <= " + request.limit() + " from " + found + ")";
    }

    /** All that stands in the places, each incident once: ordered lists of an index, merged row by row as somebody asks for the next. */
    private String inOrder(List<String> places) {
        String own = places.isEmpty()
                ? inOrder("false")
                : places.stream()
                        .map(place -> inOrder("p.place = " + parameter(place)))
                        .collect(Collectors.joining(" union all "));
        return "select distinct own.sort_at, own.incident_id from (" + own + ") own order by " + order("own");
    }

    private String inOrder(String condition) {
        return "(select p.sort_at, p.incident_id from queue_place p where "
                + String.join(" and ", with(ofPlace, condition)) + " order by " + order("p") + ")";
    }

    /** The first of the list that are asked for. */
    private String walk(String list, String alsoJoined, String condition) {
        return "select p.sort_at, p.incident_id from (%s) p %s %s where %s order by %s%s"
                .formatted(
                        list,
                        joinedIncident("p"),
                        alsoJoined,
                        String.join(" and ", with(ofIncident, condition)),
                        order("p"),
                        limit());
    }

    /** Each hit by itself ({@code offset 0} keeps the planner from reading a whole queue to join it). */
    private String lookUp(List<String> places) {
        return """
                select p.sort_at, p.incident_id
                from hits cross join lateral (
                    select * from queue_place where incident_id = hits.incident_id and place = any(%s) offset 0) p %s
                where %s order by %s%s""".formatted(
                        parameter(places),
                        joinedIncident("p"),
                        where("(select count(*) <= " + FEW + " from hits)"),
                        order("p"),
                        limit());
    }

    private String where(String condition) {
        return String.join(
                " and ",
                with(Stream.concat(ofPlace.stream(), ofIncident.stream()).toList(), condition));
    }

    private static List<String> with(List<String> conditions, String one) {
        return Stream.concat(Stream.of(one), conditions.stream()).toList();
    }

    private String joinedIncident(String of) {
        return ofIncident.isEmpty() ? "" : "join incident i on i.id = " + of + ".incident_id";
    }

    /** Written so that no index finds the words: two that go together deceive the planner. */
    private static String joinedWords(String query) {
        return "join incident_words w on w.incident_id = p.incident_id and coalesce(w.words @@ " + query + ", false)";
    }

    private String order(String of) {
        return request.queue().isNewestFirst()
                ? of + ".sort_at desc, " + of + ".incident_id desc"
                : of + ".sort_at, " + of + ".incident_id";
    }

    private String limit() {
        return " limit " + (request.limit() + 1);
    }

    /** The queues of the caller, or of the organ that the caller asks for. */
    private List<String> places() {
        Place.Shelf shelf = switch (request.queue()) {
            case MINE -> Place.Shelf.MINE;
            case OPEN, OVERDUE -> Place.Shelf.OPEN;
            case CLOSED -> Place.Shelf.CLOSED;
            case SCREENED -> Place.Shelf.SCREENED;
        };
        return (request.queue() == Queue.MINE ? seats() : scopes())
                .distinct()
                .map(scope -> new Place(shelf, scope).key())
                .toList();
    }

    /** Jurisdictions that the caller asks for: one, or all. */
    private Stream<String> jurisdictions() {
        Set<String> all = Regulations.installed().ids();
        String one = request.jurisdiction();
        return isBlank(one) ? all.stream() : all.stream().filter(id -> id.equals(one));
    }

    private Stream<String> seats() {
        return request.caller().grants().stream()
                .flatMap(grant -> jurisdictions()
                        .filter(grant::covers)
                        .flatMap(id -> Seat.queues(request.caller(), grant, id, directory)));
    }

    private Stream<String> scopes() {
        String organ = request.organ();
        return organ == null || organ.isBlank()
                ? Stream.concat(
                        jurisdictions().filter(id -> Visibility.seesAll(request.caller(), id)), ownOrgans().stream())
                : Stream.of(organ);
    }

    /** What stands in places of the caller's own is the caller's to see; what stands in those of an organ that is asked for may not be. */
    private void visible() {
        if (isBlank(request.organ()) || request.queue() == Queue.MINE) {
            return;
        }
        List<String> watched = Regulations.installed().ids().stream()
                .filter(id -> Visibility.seesAll(request.caller(), id))
                .toList();
        ofIncident.add(
                "(i.jurisdiction = any(" + parameter(watched) + ") or i.organs && " + parameter(ownOrgans()) + ")");
    }

    private List<String> ownOrgans() {
        return request.caller().grants().stream()
                .filter(grant -> grant.role() == Role.EXECUTOR || grant.role() == Role.RESPONSIBLE)
                .flatMap(grant -> Stream.ofNullable(grant.organ()))
                .toList();
    }

    private void ofOrgan() {
        String organ = request.organ();
        if (organ != null && !organ.isBlank()) {
            ofIncident.add("i.organs @> " + parameter(List.of(organ)));
        }
    }

    private void narrow(String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            ofIncident.add("i." + column + " = " + parameter(value));
        }
    }

    private void overdue(Instant now) {
        if (request.queue() == Queue.OVERDUE) {
            ofPlace.add("p.sort_at < " + parameter(now));
        }
    }

    private void page() {
        Cursor after = request.after();
        if (after != null) {
            ofPlace.add("(p.sort_at, p.incident_id) " + (request.queue().isNewestFirst() ? "<" : ">") + " ("
                    + parameter(after.at()) + ", " + parameter(after.id()) + ")");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private String parameter(Object value) {
        String name = "p" + values.size();
        values.put(name, value instanceof List<?> list ? list.toArray(String[]::new) : value);
        return ":" + name;
    }
}
