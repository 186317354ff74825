package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import otklik.routing.incident.core.State;
import otklik.routing.incident.core.Teaching;
import otklik.routing.learning.CaseStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Incidents and their facts in PostgreSQL. Every method runs in the transaction of its caller. */
final class IncidentStore {

    private final DatabaseClient database;
    private final FactTable facts;
    private final CaseStore cases;
    private final Supplier<UUID> ids;

    IncidentStore(DatabaseClient database, CaseStore cases, Supplier<UUID> ids) {
        this.database = database;
        this.facts = new FactTable(database);
        this.cases = cases;
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
    Mono<Incident> lock(UUID id) {
        return database.sql("select cast(snapshot as text) from incident where id = :id for update")
                .bind("id", id)
                .map(row -> snapshot(requireNonNull(row.get(0, String.class))))
                .one();
    }

    Mono<Incident> find(UUID id) {
        return database.sql("select cast(snapshot as text) from incident where id = :id")
                .bind("id", id)
                .map(row -> snapshot(requireNonNull(row.get(0, String.class))))
                .one();
    }

    /** An incident whose author is to get an interim reply, and since when. */
    record DueInterim(Incident incident, String text, Instant at) {}

    /** Incidents whose interim reply has come due and that are in one of the states, those that wait longest first. The last condition is the index's own. */
    Flux<UUID> dueInterims(Instant now, Set<State> states, int limit) {
        return database.sql("""
                        select id from incident where interim_due_at <= :now and state = any(:states)
                            and state not in ('SCREENED_OUT', 'NO_REACTION', 'DONE')
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
                        select cast(snapshot as text) as snapshot, post_text, interim_due_at from incident
                        where id = :id and interim_due_at is not null for update""")
                .bind("id", id)
                .map(row -> new DueInterim(
                        snapshot(requireNonNull(row.get("snapshot", String.class))),
                        requireNonNull(row.get("post_text", String.class)),
                        requireNonNull(row.get("interim_due_at", Instant.class))))
                .one();
    }

    Mono<Void> interimIsDone(UUID id) {
        return database.sql("update incident set interim_due_at = null where id = :id")
                .bind("id", id)
                .then();
    }

    static Incident snapshot(String json) {
        return Json.mapper().readValue(json, Incident.class);
    }

    /** Writes incidents that are new, with the facts they begin with, all at once. */
    Mono<Void> register(List<NewIncident> incidents, Instant at) {
        List<NewIncident.Row> rows =
                incidents.stream().map(incident -> incident.row(at)).toList();
        List<StoredFact> begun = incidents.stream()
                .flatMap(fresh ->
                        chain(fresh.blank(), fresh.facts(), Actor.SYSTEM, at, fresh.cause(), StoredFact.NO_HASH)
                                .stream())
                .toList();
        return database.sql("""
                        insert into incident (id, jurisdiction, number, version, state, organ, organs, awaits, channel, kind, url, topic_group, topic,
                            location, importance, detected_at, changed_at, post_text, author, posted_at, interim_due_at, snapshot)
                        select id, jurisdiction, number, version, state, organ, organs, awaits, channel, kind, url, "topicGroup", topic,
                            location, importance, "detectedAt", "changedAt", "text", cast(author as json), "postedAt", "interimDueAt",
                            cast(snapshot as json)
                        from json_to_recordset(cast(:rows as json)) as fresh (id uuid, jurisdiction text, number text, version bigint,
                            state text, organ text, organs text[], awaits text[], channel text, kind text, url text, "topicGroup" text, topic text, location text,
                            importance text, "detectedAt" timestamptz, "changedAt" timestamptz, "text" text, author text,
                            "postedAt" timestamptz, "interimDueAt" timestamptz, snapshot text)""")
                .bind("rows", Json.mapper().writeValueAsString(rows))
                .then()
                .then(facts.add(begun))
                .then(tell(incidents.stream().map(NewIncident::incident).toList()));
    }

    /**
     * Writes what came about and the incident that follows from it.
     *
     * @param before the incident as it was read in this transaction
     * @param cause id of the command or event behind it
     * @return the incident after the facts
     * @throws StaleIncident in the Mono, if somebody wrote in between
     */
    Mono<Incident> append(Incident before, List<Fact> fresh, Actor by, Instant at, @Nullable String cause) {
        Incident after = before.after(fresh);
        return facts.lastHash(before.id(), before.version())
                .flatMap(hash -> facts.add(chain(before, fresh, by, at, cause, hash)))
                .then(update(before, after, at))
                .then(cases.take(before.id(), Teaching.lessons(before, fresh)))
                .then(tell(List.of(after)))
                .thenReturn(after);
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

    private Mono<Void> update(Incident before, Incident after, Instant at) {
        var update = database.sql("""
                        update incident set version = :version, state = :state, organ = :organ, organs = :organs, awaits = :awaits, manual_needed = :manual,
                            topic_group = :topicGroup, topic = :topic, location = :location, importance = :importance,
                            changed_at = :at, snapshot = cast(:snapshot as json)
                        where id = :id and version = :expected""")
                .bind("version", after.version())
                .bind("state", after.state().name())
                .bind("organs", after.organs().toArray(String[]::new))
                .bind("awaits", NewIncident.awaits(after).toArray(String[]::new))
                .bind("manual", after.needsManualPublication())
                .bind("topicGroup", after.classification().topicGroup())
                .bind("topic", after.classification().topic())
                .bind("importance", after.classification().importance().wire())
                .bind("at", at)
                .bind("snapshot", Json.mapper().writeValueAsString(after))
                .bind("id", after.id())
                .bind("expected", before.version());
        update = bind(update, "organ", after.organ());
        update = bind(update, "location", after.classification().location());
        return update.fetch().rowsUpdated().flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleIncident()));
    }

    private Mono<Void> tell(List<Incident> changed) {
        return database.sql(
                        "select pg_notify('" + IncidentChanges.CHANNEL + "', change) from unnest(:changes) as change")
                .bind(
                        "changes",
                        changed.stream()
                                .map(incident -> Json.mapper().writeValueAsString(IncidentChange.of(incident)))
                                .toArray(String[]::new))
                .then();
    }

    /** The facts of an incident, first to last. */
    Flux<StoredFact> facts(UUID incident) {
        return facts.of(incident);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }

    /** Somebody changed the incident between reading and writing. Locks make that impossible; this is the net below them. */
    static final class StaleIncident extends RuntimeException {
        StaleIncident() {
            super("the incident was changed in between");
        }
    }
}
