package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.incident.IncidentEvent;
import otklik.messaging.Envelope;
import otklik.messaging.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit trail as outbox: facts that are not on {@code incidents.lifecycle.v1} yet, in the order in which they came about. */
final class LifecycleOutbox implements Outbox {

    private final DatabaseClient database;

    LifecycleOutbox(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Entry> unsent(int limit) {
        return database.sql("""
                        select e.position, e.incident_id, e.version, e.event_id, e.at, cast(e.actor as text) as actor, e.type,
                            cast(e.fact as text) as fact, e.causation_id, e.hash, i.jurisdiction, cast(i.snapshot as text) as snapshot
                        from unsent_event u join incident_event e on e.position = u.position join incident i on i.id = e.incident_id
                        order by u.position limit :limit""")
                .bind("limit", limit)
                .map(LifecycleOutbox::entry)
                .all();
    }

    private static Entry entry(Readable row) {
        StoredFact stored = new StoredFact(
                requireNonNull(row.get("incident_id", UUID.class)),
                requireNonNull(row.get("version", Long.class)),
                requireNonNull(row.get("event_id", UUID.class)),
                requireNonNull(row.get("at", Instant.class)),
                requireNonNull(row.get("actor", String.class)),
                requireNonNull(row.get("type", String.class)),
                requireNonNull(row.get("fact", String.class)),
                row.get("causation_id", String.class),
                requireNonNull(row.get("hash", String.class)));
        IncidentEvent event = new IncidentEvent(
                stored.incidentId(),
                requireNonNull(row.get("jurisdiction", String.class)),
                stored.version(),
                stored.at(),
                stored.actor(),
                OutgoingFact.of(
                        stored.fact(),
                        () -> IncidentStore.snapshot(requireNonNull(row.get("snapshot", String.class)))));
        return new Entry(
                requireNonNull(row.get("position", Long.class)),
                new Envelope(stored.eventId(), stored.at(), event, stored.causationId()));
    }

    @Override
    public Mono<Void> markSent(List<Long> positions, Instant at) {
        return database.sql("delete from unsent_event where position = any(:positions)")
                .bind("positions", positions.toArray(Long[]::new))
                .then();
    }
}
