package otklik.routing.promise;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.promise.PromiseDue;
import otklik.messaging.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Promises whose day has come and that are not on {@code incidents.promises.v1} yet. */
final class PromiseOutbox implements Outbox {

    private final DatabaseClient database;

    PromiseOutbox(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Entry> unsent(int limit) {
        return database.sql("""
                        select position, event_id, at, cast(event as text) as event from promise_event
                        where sent_at is null order by position limit :limit""").bind("limit", limit).map(PromiseOutbox::entry).all();
    }

    private static Entry entry(Readable row) {
        return Entry.of(
                requireNonNull(row.get("position", Long.class)),
                requireNonNull(row.get("event_id", UUID.class)),
                requireNonNull(row.get("at", Instant.class)),
                Json.mapper().readValue(requireNonNull(row.get("event", String.class)), PromiseDue.class),
                null);
    }

    @Override
    public Mono<Void> markSent(List<Long> positions, Instant at) {
        return database.sql("update promise_event set sent_at = :at where position = any(:positions)")
                .bind("at", at)
                .bind("positions", positions.toArray(Long[]::new))
                .then();
    }
}
