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
import otklik.routing.incident.core.LastStep;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Incidents and their facts in PostgreSQL. Every method runs in the transaction of its caller. */
final class IncidentStore {

    private final DatabaseClient database;
    private final FactTable facts;
    private final Supplier<UUID> ids;

    IncidentStore(DatabaseClient database, Supplier<UUID> ids) {
        this.database = database;
        this.facts = new FactTable(database);
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
                            location, importance, detected_at, changed_at, post_text, author, posted_at, snapshot)
                        select id, jurisdiction, number, version, state, organ, organs, awaits, channel, kind, url, "topicGroup", topic,
                            location, importance, "detectedAt", "changedAt", "text", cast(author as json), "postedAt",
                            cast(snapshot as json)
                        from json_to_recordset(cast(:rows as json)) as fresh (id uuid, jurisdiction text, number text, version bigint,
                            state text, organ text, organs text[], awaits text[], channel text, kind text, url text, "topicGroup" text, topic text, location text,
                            importance text, "detectedAt" timestamptz, "changedAt" timestamptz, "text" text, author text,
                            "postedAt" timestamptz, snapshot text)""")
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
                        update incident set last_step_from = :expected, version = :version, state = :state, organ = :organ, organs = :organs, awaits = :awaits, manual_needed = :manual,
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
