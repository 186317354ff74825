package otklik.publisher.reply;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.publication.PublicationEvent;
import otklik.messaging.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of replies, on its way to {@code replies.publications.v1}. A reply has one outcome, hence one event. */
final class PublicationOutbox implements Outbox {

    private final DatabaseClient database;

    PublicationOutbox(DatabaseClient database) {
        this.database = database;
    }

    /** @param cause id of the event that asked for the reply */
    Mono<Void> add(PublicationEvent event, String cause) {
        return database.sql(
                        "insert into publication_outbox (event_id, at, event, cause) values (:id, :at, :event, :cause)")
                .bind("id", IncidentId.nameBased("publication:" + event.replyId()))
                .bind("at", event.at())
                .bind("event", Json.mapper().writeValueAsString(event))
                .bind("cause", cause)
                .then();
    }

    @Override
    public Flux<Entry> unsent(int limit) {
        return database.sql("""
                        select position, event_id, at, event, cause from publication_outbox
                         where sent_at is null order by position limit :limit""")
                .bind("limit", limit)
                .map(row -> Entry.of(
                        requireNonNull(row.get("position", Long.class)),
                        requireNonNull(row.get("event_id", UUID.class)),
                        requireNonNull(row.get("at", Instant.class)),
                        Json.mapper().readValue(requireNonNull(row.get("event", String.class)), PublicationEvent.class),
                        row.get("cause", String.class)))
                .all();
    }

    @Override
    public Mono<Void> markSent(List<Long> positions, Instant at) {
        return database.sql("update publication_outbox set sent_at = :at where position = any(:positions)")
                .bind("at", at)
                .bind("positions", positions.toArray(Long[]::new))
                .then();
    }
}
