package otklik.routing.surge;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.surge.SurgeEvent;
import otklik.messaging.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened with surges and is not on {@code incidents.surges.v1} yet, in the order in which it came about. */
final class SurgeOutbox implements Outbox {

    private final DatabaseClient database;

    SurgeOutbox(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Entry> unsent(int limit) {
        return database.sql("""
                        select position, event_id, at, cast(event as text) as event from surge_event
                        where sent_at is null order by position limit :limit""").bind("limit", limit).map(SurgeOutbox::entry).all();
    }

    private static Entry entry(Readable row) {
        return Entry.of(
                requireNonNull(row.get("position", Long.class)),
                requireNonNull(row.get("event_id", UUID.class)),
                requireNonNull(row.get("at", Instant.class)),
                Json.mapper().readValue(requireNonNull(row.get("event", String.class)), SurgeEvent.class),
                null);
    }

    @Override
    public Mono<Void> markSent(List<Long> positions, Instant at) {
        return database.sql("update surge_event set sent_at = :at where position = any(:positions)")
                .bind("at", at)
                .bind("positions", positions.toArray(Long[]::new))
                .then();
    }
}
