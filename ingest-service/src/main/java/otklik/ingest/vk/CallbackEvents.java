package otklik.ingest.vk;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Remembers which events have been dealt with ({@code callback_event}): VK sends one twice when an answer is slow. */
final class CallbackEvents {

    private final DatabaseClient database;

    CallbackEvents(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isKnown(long groupId, String eventId) {
        return database.sql("select exists (select from callback_event where group_id = :group and event_id = :event)")
                .bind("group", groupId)
                .bind("event", eventId)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    Mono<Void> remember(long groupId, String eventId, Instant at) {
        return database.sql("""
                        insert into callback_event (group_id, event_id, received_at) values (:group, :event, :at)
                        on conflict do nothing""")
                .bind("group", groupId)
                .bind("event", eventId)
                .bind("at", at)
                .then();
    }
}
