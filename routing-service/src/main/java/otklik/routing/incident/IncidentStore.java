package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentDetected;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Incidents and their facts in PostgreSQL. Every method runs in the transaction of its caller. */
final class IncidentStore {

    private final DatabaseClient database;
    private final Supplier<UUID> ids;

    IncidentStore(DatabaseClient database, Supplier<UUID> ids) {
        this.database = database;
        this.ids = ids;
    }

    Mono<Boolean> exists(UUID id) {
        return database.sql("select 1 from incident where id = :id")
                .bind("id", id)
                .fetch()
                .first()
                .hasElement();
    }

    Mono<Long> nextNumber() {
        return database.sql("select nextval('incident_number')")
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** The incident, and nobody else may change it until the transaction ends. */
    Mono<Incident> lock(UUID id) {
        return database.sql("select cast(snapshot as text) from incident where id = :id for update")
                .bind("id", id)
                .map(row -> snapshot(requireNonNull(row.get(0, String.class))))
                .one();
    }

    static Incident snapshot(String json) {
        return Json.mapper().readValue(json, Incident.class);
    }

    /** Writes a new incident without facts; {@link #append} adds the first ones. */
    Mono<Void> insert(IncidentDetected detected, Incident blank, Instant now) {
        var insert = database.sql("""
                        insert into incident (id, jurisdiction, number, version, state, channel, kind, url, topic_group, topic, location,
                            importance, detected_at, changed_at, post_text, author, posted_at, snapshot)
                        values (:id, :jurisdiction, :number, 0, :state, :channel, :kind, :url, :topicGroup, :topic, :location,
                            :importance, :detectedAt, :now, :text, cast(:author as json), :postedAt, cast(:snapshot as json))""")
                .bind("id", blank.id())
                .bind("jurisdiction", blank.jurisdiction())
                .bind("number", blank.number())
                .bind("state", blank.state().name())
                .bind("channel", blank.channel().wire())
                .bind("kind", detected.kind().wire())
                .bind("topicGroup", blank.classification().topicGroup())
                .bind("topic", blank.classification().topic())
                .bind("importance", blank.classification().importance().wire())
                .bind("detectedAt", detected.detectedAt())
                .bind("now", now)
                .bind("text", detected.text())
                .bind("snapshot", Json.mapper().writeValueAsString(blank));
        insert = bind(insert, "url", detected.url(), String.class);
        insert = bind(insert, "location", blank.classification().location(), String.class);
        insert = bind(
                insert,
                "author",
                detected.author() == null ? null : Json.mapper().writeValueAsString(detected.author()),
                String.class);
        insert = bind(insert, "postedAt", detected.postedAt(), Instant.class);
        return insert.then();
    }

    /**
     * Writes what came about and the incident that follows from it.
     *
     * @param before the incident as it was read in this transaction
     * @param cause id of the command or event behind it
     * @return the incident after the facts
     * @throws StaleIncident in the Mono, if somebody wrote in between
     */
    Mono<Incident> append(Incident before, List<Fact> facts, Actor by, Instant at, @Nullable String cause) {
        Incident after = before.after(facts);
        return lastHash(before)
                .flatMapMany(hash -> Flux.fromIterable(chain(before, facts, by, at, cause, hash)))
                .concatMap(this::insert)
                .then(update(before, after, at))
                .then(tell(after))
                .thenReturn(after);
    }

    private List<StoredFact> chain(
            Incident before, List<Fact> facts, Actor by, Instant at, @Nullable String cause, String lastHash) {
        List<StoredFact> rows = new ArrayList<>();
        String hash = lastHash;
        for (Fact fact : facts) {
            long version = before.version() + rows.size() + 1;
            StoredFact row = StoredFact.of(before.id(), version, ids.get(), at, by, fact, cause, hash);
            rows.add(row);
            hash = row.hash();
        }
        return rows;
    }

    private Mono<String> lastHash(Incident before) {
        return database.sql("select hash from incident_event where incident_id = :id and version = :version")
                .bind("id", before.id())
                .bind("version", before.version())
                .map(row -> requireNonNull(row.get(0, String.class)))
                .one()
                .defaultIfEmpty(StoredFact.NO_HASH);
    }

    private Mono<Void> insert(StoredFact row) {
        var insert = database.sql("""
                        insert into incident_event (incident_id, version, event_id, at, actor, type, fact, causation_id, hash)
                        values (:incident, :version, :event, :at, cast(:actor as json), :type, cast(:fact as json), :cause, :hash)""")
                .bind("incident", row.incidentId())
                .bind("version", row.version())
                .bind("event", row.eventId())
                .bind("at", row.at())
                .bind("actor", row.actorJson())
                .bind("type", row.type())
                .bind("fact", row.factJson())
                .bind("hash", row.hash());
        return bind(insert, "cause", row.causationId(), String.class).then();
    }

    private Mono<Void> update(Incident before, Incident after, Instant at) {
        var update = database.sql("""
                        update incident set version = :version, state = :state, organ = :organ, manual_needed = :manual,
                            topic_group = :topicGroup, topic = :topic, location = :location, importance = :importance,
                            changed_at = :at, snapshot = cast(:snapshot as json)
                        where id = :id and version = :expected""")
                .bind("version", after.version())
                .bind("state", after.state().name())
                .bind("manual", after.needsManualPublication())
                .bind("topicGroup", after.classification().topicGroup())
                .bind("topic", after.classification().topic())
                .bind("importance", after.classification().importance().wire())
                .bind("at", at)
                .bind("snapshot", Json.mapper().writeValueAsString(after))
                .bind("id", after.id())
                .bind("expected", before.version());
        update = bind(update, "organ", after.organ(), String.class);
        update = bind(update, "location", after.classification().location(), String.class);
        return update.fetch().rowsUpdated().flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleIncident()));
    }

    private Mono<Void> tell(Incident after) {
        return database.sql("select pg_notify('" + IncidentChanges.CHANNEL + "', :change)")
                .bind("change", Json.mapper().writeValueAsString(IncidentChange.of(after)))
                .then();
    }

    /** The facts of an incident, first to last. */
    Flux<StoredFact> facts(UUID incident) {
        return database.sql("""
                        select incident_id, version, event_id, at, cast(actor as text) as actor, type, cast(fact as text) as fact,
                            causation_id, hash
                        from incident_event where incident_id = :id order by version""")
                .bind("id", incident)
                .map(row -> new StoredFact(
                        incident,
                        requireNonNull(row.get("version", Long.class)),
                        requireNonNull(row.get("event_id", UUID.class)),
                        requireNonNull(row.get("at", Instant.class)),
                        requireNonNull(row.get("actor", String.class)),
                        requireNonNull(row.get("type", String.class)),
                        requireNonNull(row.get("fact", String.class)),
                        row.get("causation_id", String.class),
                        requireNonNull(row.get("hash", String.class))))
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable Object value, Class<?> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    /** Somebody changed the incident between reading and writing. Locks make that impossible; this is the net below them. */
    static final class StaleIncident extends RuntimeException {
        StaleIncident() {
            super("the incident was changed in between");
        }
    }
}
