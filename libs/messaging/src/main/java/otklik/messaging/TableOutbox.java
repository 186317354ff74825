package otklik.messaging;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Event;
import otklik.contracts.Json;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An outbox that is a table of events of one type: {@code position} (ascending), {@code event_id} (unique), {@code at}, {@code event} (JSON as
 * text), {@code cause} (may be null) and {@code sent_at}, with an index on the positions of those not sent.
 */
public final class TableOutbox implements Outbox {

    private final DatabaseClient database;
    private final String table;
    private final Class<? extends Event> type;

    /** @param table its name; a constant of the program */
    public TableOutbox(DatabaseClient database, String table, Class<? extends Event> type) {
        this.database = database;
        this.table = table;
        this.type = type;
    }

    /** Runs in the transaction of the decision. The same id twice is an error. */
    public Mono<Void> add(Envelope envelope) {
        return database.sql("insert into " + table + " (event_id, at, event, cause) values (:id, :at, :event, :cause)")
                .bind("id", envelope.id())
                .bind("at", envelope.time())
                .bind("event", Json.mapper().writeValueAsString(envelope.event()))
                .bind("cause", Parameters.in(R2dbcType.VARCHAR, envelope.causationId()))
                .then();
    }

    @Override
    public Flux<Entry> unsent(int limit) {
        return database.sql("select position, event_id, at, event, cause from " + table
                        + " where sent_at is null order by position limit :limit")
                .bind("limit", limit)
                .map(this::entry)
                .all();
    }

    private Entry entry(Readable row) {
        return Entry.of(
                requireNonNull(row.get("position", Long.class)),
                requireNonNull(row.get("event_id", UUID.class)),
                requireNonNull(row.get("at", Instant.class)),
                Json.mapper().readValue(requireNonNull(row.get("event", String.class)), type),
                row.get("cause", String.class));
    }

    @Override
    public Mono<Void> markSent(List<Long> positions, Instant at) {
        return database.sql("update " + table + " set sent_at = :at where position = any(:positions)")
                .bind("at", at)
                .bind("positions", positions.toArray(Long[]::new))
                .then();
    }
}
