package otklik.routing.promise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import reactor.core.publisher.Mono;

/**
 * Replies that people wrote and that went out, interim ones too. Not here: questions to authors, and the interim reply before days off, whose
 * words are the regulation's own (VP-10).
 */
public final class SentReplies {

    private static final int HOW_MANY = 200;

    private final DatabaseClient database;

    SentReplies(DatabaseClient database) {
        this.database = database;
    }

    /** The words of those that went out last, the latest first. */
    public Mono<List<String>> lately(String jurisdiction) {
        return database.sql("""
                        select e.fact ->> 'text' as said from (
                            select incident_id, version, sent_at from sent_reply where jurisdiction = :jurisdiction
                            order by sent_at desc limit :limit) lately
                        join incident_event e on e.incident_id = lately.incident_id and e.version = lately.version
                        order by lately.sent_at desc""")
                .bind("jurisdiction", jurisdiction)
                .bind("limit", HOW_MANY)
                .map(row -> requireNonNull(row.get("said", String.class)))
                .all()
                .collectList();
    }

    /** Those that are there already stay. */
    Mono<Void> add(List<Sent> replies) {
        return replies.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into sent_reply (reply_id, jurisdiction, sent_at, incident_id, version)
                        select reply, jurisdiction, at, incident, version
                        from json_to_recordset(cast(:replies as json)) as fresh (reply uuid, jurisdiction text, at timestamptz, incident uuid,
                            version bigint)
                        on conflict (reply_id) do nothing""")
                        .bind("replies", Json.mapper().writeValueAsString(replies))
                        .then();
    }

    /** @param version of the incident's fact that holds the words */
    record Sent(UUID reply, String jurisdiction, Instant at, UUID incident, long version) {}
}
