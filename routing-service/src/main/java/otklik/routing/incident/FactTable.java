package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The facts in PostgreSQL; rows are only ever added. Every method runs in the transaction of its caller. */
final class FactTable {

    private final DatabaseClient database;

    FactTable(DatabaseClient database) {
        this.database = database;
    }

    /** Adds rows, those of one incident in their order. JSON goes in and stays as text, because the hash covers its letters. */
    Mono<Void> add(List<StoredFact> rows) {
        return database.sql("""
                        with added as (
                            insert into incident_event (incident_id, version, event_id, at, actor, type, fact, causation_id, hash)
                            select "incidentId", version, "eventId", at, cast("actorJson" as json), type, cast("factJson" as json),
                                   "causationId", hash
                            from json_to_recordset(cast(:rows as json)) as fresh ("incidentId" uuid, version bigint, "eventId" uuid,
                                 at timestamptz, "actorJson" text, type text, "factJson" text, "causationId" text, hash text)
                            order by "incidentId", version
                            returning position)
                        insert into unsent_event select position from added""")
                .bind("rows", Json.mapper().writeValueAsString(rows))
                .then();
    }

    /** The facts of an incident, first to last. */
    Flux<StoredFact> of(UUID incident) {
        return database.sql("""
                        select version, event_id, at, cast(actor as text) as actor, type, cast(fact as text) as fact, causation_id, hash
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
}
