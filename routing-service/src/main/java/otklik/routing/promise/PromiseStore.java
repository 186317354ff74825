package otklik.routing.promise;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.promise.PromiseDue;
import otklik.messaging.Envelope;
import otklik.messaging.TableOutbox;
import otklik.routing.promise.core.Promise;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Promises in PostgreSQL, each with all that was said about it. */
final class PromiseStore {

    private static final String SELECT = """
            select p.id, p.incident_id, i.number, p.jurisdiction, p.organ, p.words, p.sentence, p.said_on, p.due_on, p.due_at, p.status,
                p.version, p.note, p.link, p.changed_by, p.changed_at,
                cast((select json_agg(json_build_object('version', a.version, 'at', a.at, 'status', a.status, 'dueBefore', a.due_before,
                        'dueAfter', a.due_after, 'note', a.note, 'link', a.link,
                        'by', coalesce(a.actor, json_build_object('id', a.said_by, 'name', a.said_by_name, 'role', ''))) order by a.version)
                    from promise_answer a where a.promise_id = p.id) as text) as answers
            from promise p join incident i on i.id = p.incident_id\s""";

    private static final TypeReference<List<Promise.Answered>> ANSWERS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final TableOutbox outbox;

    PromiseStore(DatabaseClient database, TableOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * A reply that was approved, and where.
     *
     * @param version of the fact that says so
     */
    record Said(
            UUID reply,
            UUID incident,
            String jurisdiction,
            @Nullable String organ,
            String number,
            Instant detectedAt,
            long version,
            String text) {}

    /** @param replies incident of each, by the id of the reply */
    Mono<List<Said>> said(Map<UUID, UUID> replies) {
        return database.sql("""
                        select asked.reply, i.id, i.jurisdiction, i.organ, i.number, i.detected_at, e.version,
                            e.fact ->> 'text' as said
                        from unnest(:replies, :incidents) as asked (reply, incident) join incident i on i.id = asked.incident
                        cross join lateral (
                            select version, fact from incident_event where incident_id = i.id and type = 'ReplyApproved'
                                and fact ->> 'replyId' = cast(asked.reply as text) limit 1) e""")
                .bind("replies", replies.keySet().toArray(UUID[]::new))
                .bind("incidents", replies.values().toArray(UUID[]::new))
                .map(row -> new Said(
                        requireNonNull(row.get("reply", UUID.class)),
                        requireNonNull(row.get("id", UUID.class)),
                        text(row, "jurisdiction"),
                        row.get("organ", String.class),
                        text(row, "number"),
                        requireNonNull(row.get("detected_at", Instant.class)),
                        requireNonNull(row.get("version", Long.class)),
                        text(row, "said")))
                .all()
                .collectList();
    }

    /** Those that are there already stay as people left them. */
    Mono<Void> add(List<Promise> promises) {
        return promises.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into promise (id, incident_id, jurisdiction, organ, words, sentence, said_on, due_on, due_at, status, version)
                        select id, "incidentId", jurisdiction, organ, words, sentence, "saidOn", "dueOn", "dueAt", status, version
                        from json_to_recordset(cast(:promises as json)) as fresh (id uuid, "incidentId" uuid, jurisdiction text, organ text,
                            words text, sentence text, "saidOn" date, "dueOn" date, "dueAt" timestamptz, status text, version bigint)
                        on conflict (id) do nothing""")
                        .bind("promises", Json.mapper().writeValueAsString(promises))
                        .then();
    }

    /** The promise, and nobody else may change it until the transaction ends. */
    Mono<Promise> lock(UUID id) {
        return database.sql(SELECT + "where p.id = :id for update of p")
                .bind("id", id)
                .map(PromiseStore::promise)
                .one();
    }

    /** The promise as its last answer has made it, and that answer. */
    Mono<Void> save(Promise after) {
        Promise.Answered said = after.answers().getLast();
        var change = database.sql("""
                        with said as (
                            insert into promise_answer (promise_id, version, at, said_by, said_by_name, actor, status, due_before, due_after, note, link)
                            values (:id, :version, :at, :by, :name, cast(:actor as json), :status, :before, :due, :note, :link))
                        update promise set status = :status, due_on = :due, due_at = :dueAt, version = :version, note = :note, link = :link,
                            changed_by = :name, changed_at = :at
                        where id = :id""")
                .bind("id", after.id())
                .bind("version", after.version())
                .bind("at", said.at())
                .bind("by", said.by().id())
                .bind("name", requireNonNull(said.by().name()))
                .bind("actor", Json.mapper().writeValueAsString(said.by()))
                .bind("status", after.status().name())
                .bind("before", said.dueBefore())
                .bind("due", after.dueOn())
                .bind("dueAt", after.dueAt());
        return bind(bind(change, "note", after.note()), "link", after.link()).then();
    }

    /**
     * Marks those whose day has come as told, and writes down that they are to be told. Whoever is just answering one is left alone: the next
     * look finds it, if it is open then.
     *
     * @param upTo last day that has come
     * @return how many
     */
    Mono<Integer> tell(String jurisdiction, LocalDate upTo, Instant now, int limit, Supplier<UUID> ids) {
        return database.sql("""
                        with come as (
                            select id from promise
                            where jurisdiction = :jurisdiction and status = 'OPEN' and told_for is distinct from due_on and due_on <= :upTo
                            order by due_on, id limit :limit for update skip locked)
                        update promise set told_for = due_on from come where promise.id = come.id
                        returning promise.id, incident_id, jurisdiction, organ, due_on""")
                .bind("jurisdiction", jurisdiction)
                .bind("upTo", upTo)
                .bind("limit", limit)
                .map(row -> new PromiseDue(
                        requireNonNull(row.get("id", UUID.class)),
                        requireNonNull(row.get("incident_id", UUID.class)),
                        text(row, "jurisdiction"),
                        row.get("organ", String.class),
                        requireNonNull(row.get("due_on", LocalDate.class)),
                        now))
                .all()
                .collectList()
                .flatMap(due -> Flux.fromIterable(due)
                        .concatMap(each -> outbox.add(new Envelope(ids.get(), now, each, null)))
                        .then(Mono.just(due.size())));
    }

    Mono<List<Promise>> of(UUID incident) {
        return database.sql(SELECT + "where p.incident_id = :incident order by p.due_at, p.id")
                .bind("incident", incident)
                .map(PromiseStore::promise)
                .all()
                .collectList();
    }

    /**
     * First due first.
     *
     * @param organs of whose; null: of all
     * @param dueBy whose end of the day comes no later; null: whenever
     * @param all also those that are kept or withdrawn
     */
    Mono<List<Promise>> of(
            String jurisdiction, @Nullable List<String> organs, @Nullable Instant dueBy, boolean all, int limit) {
        String sql = SELECT + "where p.jurisdiction = :jurisdiction" + (all ? "" : " and p.status = 'OPEN'")
                + (dueBy == null ? "" : " and p.due_at <= :dueBy")
                + (organs == null ? "" : " and p.organ = any(:organs)")
                + " order by p.due_at, p.id limit :limit";
        var spec = database.sql(sql).bind("jurisdiction", jurisdiction).bind("limit", limit);
        spec = dueBy == null ? spec : spec.bind("dueBy", dueBy);
        spec = organs == null ? spec : spec.bind("organs", organs.toArray(String[]::new));
        return spec.map(PromiseStore::promise).all().collectList();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }

    private static Promise promise(Readable row) {
        return new Promise(
                requireNonNull(row.get("id", UUID.class)),
                requireNonNull(row.get("incident_id", UUID.class)),
                text(row, "number"),
                text(row, "jurisdiction"),
                row.get("organ", String.class),
                text(row, "words"),
                text(row, "sentence"),
                requireNonNull(row.get("said_on", LocalDate.class)),
                requireNonNull(row.get("due_on", LocalDate.class)),
                requireNonNull(row.get("due_at", Instant.class)),
                Promise.Status.valueOf(text(row, "status")),
                requireNonNull(row.get("version", Long.class)),
                row.get("note", String.class),
                row.get("link", String.class),
                row.get("changed_by", String.class),
                row.get("changed_at", Instant.class),
                answers(row.get("answers", String.class)));
    }

    private static List<Promise.Answered> answers(@Nullable String json) {
        return json == null ? List.of() : Json.mapper().readValue(json, ANSWERS);
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
