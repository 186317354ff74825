package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.LastStep;
import otklik.routing.incident.core.State;
import otklik.routing.incident.core.StepUndone;
import otklik.routing.incident.core.Teaching;
import otklik.routing.learning.CaseStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Incidents and their facts in PostgreSQL. Every method runs in the transaction of its caller. A command takes two statements: one that locks
 * and reads all it needs, one that writes all that came of it.
 */
final class IncidentStore {

    private final DatabaseClient database;
    private final FactTable facts;
    private final CaseStore cases;
    private final IncidentChanges changes;
    private final Supplier<UUID> ids;

    IncidentStore(DatabaseClient database, CaseStore cases, IncidentChanges changes, Supplier<UUID> ids) {
        this.database = database;
        this.facts = new FactTable(database);
        this.cases = cases;
        this.changes = changes;
        this.ids = ids;
    }

    /** Those of them that are registered. */
    Mono<Set<UUID>> known(List<UUID> incidents) {
        return database.sql("select id from incident where id = any(:ids)")
                .bind("ids", incidents.toArray(UUID[]::new))
                .map(row -> requireNonNull(row.get(0, UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** As many new numbers. */
    Mono<List<Long>> nextNumbers(int count) {
        return database.sql("select nextval('incident_number') from generate_series(1, :count)")
                .bind("count", count)
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList();
    }

    /** The incident, and nobody else may change it until the transaction ends. */
    Mono<LockedIncident> lock(UUID id) {
        return database.sql("select cast(snapshot as text) as snapshot, head from incident where id = :id for update")
                .bind("id", id)
                .map(row -> new LockedIncident(incident(row), text(row, "head"), null, false))
                .one();
    }

    /**
     * As {@link #lock(UUID)}, with what the caller was answered under that key before. A statement sees what was committed when it began and,
     * of the row that it waited for, the newest version: where the two versions differ, the receipt has to be looked for again.
     */
    Mono<LockedIncident> lock(UUID id, String caller, String key) {
        return database.sql("""
                        select cast(i.snapshot as text) as snapshot, i.head, r.request_hash, cast(r.answer as text) as answer,
                            i.version <> (select version from incident where id = :id) as waited
                        from incident i left join command_receipt r on r.caller = :caller and r.key = :key
                        where i.id = :id for update of i""")
                .bind("id", id)
                .bind("caller", caller)
                .bind("key", key)
                .map(row -> new LockedIncident(
                        incident(row),
                        text(row, "head"),
                        receipt(row, caller, key),
                        Boolean.TRUE.equals(row.get("waited", Boolean.class))))
                .one();
    }

    /** An incident whose author is to get an interim reply, and since when. */
    record DueInterim(LockedIncident locked, String text, Instant at) {}

    /** Incidents whose interim reply has come due and that are in one of the states, those that wait longest first. */
    Flux<UUID> dueInterims(Instant now, Set<State> states, int limit) {
        return database.sql("""
                        select id from incident where interim_due_at <= :now and state = any(:states)
                        order by interim_due_at, id limit :limit""")
                .bind("now", now)
                .bind("states", states.stream().map(State::name).toArray(String[]::new))
                .bind("limit", limit)
                .map(row -> requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList()
                .flatMapIterable(ids -> ids);
    }

    /** The same as {@link #lock}; empty where somebody else has given the reply meanwhile. */
    Mono<DueInterim> lockDueInterim(UUID id) {
        return database.sql("""
                        select cast(snapshot as text) as snapshot, head, post_text, interim_due_at from incident
                        where id = :id and interim_due_at is not null for update""")
                .bind("id", id)
                .map(row -> new DueInterim(
                        new LockedIncident(incident(row), text(row, "head"), null, false),
                        text(row, "post_text"),
                        requireNonNull(row.get("interim_due_at", Instant.class))))
                .one();
    }

    Mono<Void> interimIsDone(UUID id) {
        return database.sql("update incident set interim_due_at = null where id = :id")
                .bind("id", id)
                .then();
    }

    /** What the caller was answered under the key. */
    Mono<CommandReceipt> receipt(String caller, String key) {
        return database.sql(
                        "select request_hash, cast(answer as text) as answer from command_receipt where caller = :caller and key = :key")
                .bind("caller", caller)
                .bind("key", key)
                .map(row -> requireNonNull(receipt(row, caller, key)))
                .one();
    }

    private static @Nullable CommandReceipt receipt(Readable row, String caller, String key) {
        String hash = row.get("request_hash", String.class);
        return hash == null ? null : new CommandReceipt(caller, key, hash, text(row, "answer"));
    }

    Mono<Incident> find(UUID id) {
        return database.sql("select cast(snapshot as text) as snapshot from incident where id = :id")
                .bind("id", id)
                .map(IncidentStore::incident)
                .one();
    }

    private static Incident incident(Readable row) {
        return snapshot(text(row, "snapshot"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }

    static Incident snapshot(String json) {
        return Json.mapper().readValue(json, Incident.class);
    }

    /** Writes incidents that are new, with the facts they begin with, all at once. */
    Mono<Void> register(List<NewIncident> incidents, Instant at) {
        List<NewIncident.Row> rows = new ArrayList<>();
        List<StoredFact> begun = new ArrayList<>();
        for (NewIncident fresh : incidents) {
            List<StoredFact> chain =
                    chain(fresh.blank(), fresh.facts(), Actor.SYSTEM, at, fresh.cause(), StoredFact.NO_HASH);
            begun.addAll(chain);
            rows.add(fresh.row(at, chain.getLast().hash()));
        }
        return database.sql("""
                        with fresh as (
                            select * from json_to_recordset(cast(:rows as json)) as fresh (id uuid, jurisdiction text, number text,
                                version bigint, state text, organ text, organs text[], channel text, kind text, url text, "topicGroup" text,
                                topic text, location text, importance text, "detectedAt" timestamptz, "changedAt" timestamptz, "text" text,
                                author text, "postedAt" timestamptz, "interimDueAt" timestamptz, snapshot text, head text, places text[], "sortAt" timestamptz)),
                        registered as (
                            insert into incident (id, jurisdiction, number, version, state, organ, organs, channel, kind, url, topic_group,
                                topic, location, importance, detected_at, changed_at, post_text, author, posted_at,
                                interim_due_at, snapshot, head)
                            select id, jurisdiction, number, version, state, organ, organs, channel, kind, url, "topicGroup",
                                topic, location, importance, "detectedAt", "changedAt", "text", cast(author as json), "postedAt",
                                "interimDueAt", cast(snapshot as json), head
                            from fresh),
                        findable as (
                            insert into incident_words (incident_id, words) select id, search_words(number, location, "text") from fresh)
                        insert into queue_place (incident_id, place, sort_at) select id, unnest(places), "sortAt" from fresh""")
                .bind("rows", Json.mapper().writeValueAsString(rows))
                .then()
                .then(facts.add(begun))
                .then(tell(incidents.stream().map(NewIncident::incident).toList()));
    }

    /**
     * What came about with an incident.
     *
     * @param before the incident as it was locked in this transaction
     * @param cause id of the command or event behind it
     * @param receipt to be kept with it
     */
    record Addition(
            LockedIncident before,
            List<Fact> facts,
            Actor by,
            Instant at,
            @Nullable String cause,
            @Nullable CommandReceipt receipt) {

        Incident after() {
            return before.incident().after(facts);
        }
    }

    /**
     * Writes what came about and the incident that follows from it.
     *
     * @return the incident after the facts
     * @throws StaleIncident in the Mono, if somebody wrote in between
     */
    Mono<Incident> append(Addition addition) {
        Incident before = addition.before().incident();
        Incident after = addition.after();
        return write(addition, after)
                .then(Mono.defer(() -> sameWords(before, after) ? Mono.empty() : findAnew(after.id())))
                .then(Mono.defer(() -> teach(addition, after)))
                .then(tell(List.of(after)))
                .thenReturn(after);
    }

    private Mono<Void> teach(Addition addition, Incident after) {
        Incident before = addition.before().incident();
        return addition.facts().getFirst() instanceof StepUndone
                ? facts.of(after.id()).collectList().flatMap(all -> unteach(after, all))
                : cases.take(before.id(), Teaching.lessons(before, addition.facts()));
    }

    /** A step was taken back: only what still holds teaches, and a closed incident stands where it stood among the closed ones. */
    private Mono<Void> unteach(Incident after, List<StoredFact> all) {
        List<StoredFact> holding = StepUndone.holding(all, StoredFact::fact);
        Mono<Void> learned = cases.learnAnew(
                after.id(),
                Teaching.lessons(
                        after.replayed(List.of()),
                        holding.stream().map(StoredFact::fact).toList()));
        return after.state().isClosed()
                ? learned.then(closedAt(after.id(), holding.getLast().at()))
                : learned;
    }

    private Mono<Void> closedAt(UUID id, Instant at) {
        return database.sql("update queue_place set sort_at = :at where incident_id = :id")
                .bind("id", id)
                .bind("at", at)
                .then();
    }

    private List<StoredFact> chain(
            Incident before, List<Fact> fresh, Actor by, Instant at, @Nullable String cause, String lastHash) {
        List<StoredFact> rows = new ArrayList<>();
        String hash = lastHash;
        for (Fact fact : fresh) {
            long version = before.version() + rows.size() + 1;
            StoredFact row = StoredFact.of(before.id(), version, ids.get(), at, by, fact, cause, hash);
            rows.add(row);
            hash = row.hash();
        }
        return rows;
    }

    private Mono<Void> write(Addition addition, Incident after) {
        Incident before = addition.before().incident();
        List<StoredFact> rows = chain(
                before,
                addition.facts(),
                addition.by(),
                addition.at(),
                addition.cause(),
                addition.before().head());
        var statement = database.sql("""
                        with changed as (
                            update incident set last_step_from = :expected, version = :version, state = :state, organ = :organ, organs = :organs,
                                manual_needed = :manual, topic_group = :topicGroup, topic = :topic, location = :location, importance = :importance,
                                changed_at = :at, snapshot = cast(:snapshot as json), head = :head
                            where id = :id and version = :expected returning id, next_due_at),
                        added as (
                            insert into incident_event (incident_id, version, event_id, at, actor, type, fact, causation_id, hash)
                            select changed.id, version, "eventId", at, cast("actorJson" as json), type, cast("factJson" as json),
                                "causationId", hash
                            from changed, json_to_recordset(cast(:facts as json)) as fresh (version bigint, "eventId" uuid,
                                at timestamptz, "actorJson" text, type text, "factJson" text, "causationId" text, hash text)
                            order by version),
                        left_behind as (delete from queue_place where incident_id = :id and place <> all(:places)),
                        entered as (
                            insert into queue_place (incident_id, place, sort_at)
                            select changed.id, place, coalesce(cast(:closedAt as timestamptz), next_due_at, :never)
                            from changed, unnest(:places) as place
                            on conflict (incident_id, place) do update set sort_at = excluded.sort_at
                                where queue_place.sort_at <> excluded.sort_at),
                        answered as (
                            insert into command_receipt (caller, key, incident_id, request_hash, answer, at)
                            select caller, key, changed.id, "requestHash", cast("answerJson" as json), :at
                            from changed, json_to_recordset(cast(:receipts as json)) as receipt (caller text, key text,
                                "requestHash" text, "answerJson" text))
                        select count(*) as changed from changed""")
                .bind("version", after.version())
                .bind("state", after.state().name())
                .bind("organs", after.organs().toArray(String[]::new))
                .bind("manual", after.needsManualPublication())
                .bind("topicGroup", after.classification().topicGroup())
                .bind("topic", after.classification().topic())
                .bind("importance", after.classification().importance().wire())
                .bind("at", addition.at())
                .bind("snapshot", Json.mapper().writeValueAsString(after))
                .bind("head", rows.getLast().hash())
                .bind("id", after.id())
                .bind("expected", before.version())
                .bind("facts", Json.mapper().writeValueAsString(rows))
                .bind("places", NewIncident.places(after).toArray(String[]::new))
                .bind("never", NewIncident.NEVER)
                .bind(
                        "receipts",
                        Json.mapper()
                                .writeValueAsString(
                                        addition.receipt() == null ? List.of() : List.of(addition.receipt())));
        statement = bind(statement, "organ", String.class, after.organ());
        statement =
                bind(statement, "location", String.class, after.classification().location());
        statement = bind(statement, "closedAt", Instant.class, after.state().isClosed() ? addition.at() : null);
        return statement
                .map(row -> requireNonNull(row.get("changed", Long.class)))
                .one()
                .flatMap(count -> count == 1 ? Mono.empty() : Mono.error(new StaleIncident()));
    }

    private static boolean sameWords(Incident before, Incident after) {
        return Objects.equals(
                before.classification().location(), after.classification().location());
    }

    private Mono<Void> findAnew(UUID id) {
        return database.sql("""
                        update incident_words set words = search_words(number, location, post_text)
                        from incident where incident.id = incident_id and incident_id = :id""").bind("id", id).then();
    }

    private Mono<Void> tell(List<Incident> changed) {
        return changes.afterCommit(changed.stream().map(IncidentChange::of).toList());
    }

    /** What changed the incident last, if anything did since it was registered. */
    Mono<LastStep> lastStep(Incident incident) {
        return database.sql("select last_step_from from incident where id = :id and last_step_from is not null")
                .bind("id", incident.id())
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .one()
                .flatMap(from -> facts(incident.id()).collectList().map(all -> lastStep(incident, all, from)));
    }

    private static LastStep lastStep(Incident incident, List<StoredFact> stored, long from) {
        List<Fact> all = stored.stream().map(StoredFact::fact).toList();
        StoredFact last = stored.getLast();
        int first = Math.toIntExact(from);
        return new LastStep(
                last.actor(),
                last.at(),
                incident.replayed(all.subList(0, first)),
                all.subList(first, all.size()),
                FactWords.title(all.getLast()));
    }

    /** The same, where that person did it no earlier than {@code since}: one look at an index for everybody else. */
    Mono<LastStep> lastStep(Incident incident, String person, Instant since) {
        return database.sql("""
                        select 1 from incident_event where incident_id = :id and version = :version and at >= :since
                           and actor ->> 'id' = :person""")
                .bind("id", incident.id())
                .bind("version", incident.version())
                .bind("since", since)
                .bind("person", person)
                .map(row -> true)
                .one()
                .flatMap(mine -> lastStep(incident));
    }

    /** The facts of an incident, first to last. */
    Flux<StoredFact> facts(UUID incident) {
        return facts.of(incident);
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, Class<T> type, @Nullable T value) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    /** Somebody changed the incident between reading and writing. Locks make that impossible; this is the net below them. */
    static final class StaleIncident extends RuntimeException {
        StaleIncident() {
            super("the incident was changed in between");
        }
    }
}
