package otklik.publisher.reply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import reactor.core.publisher.Mono;

/** Shows the ledger of one incident's replies to whoever works in its jurisdiction. The text itself stands in the incident. */
@RestController
@RequestMapping("/api/publisher/v1/publications")
class PublicationApi {

    private final DatabaseClient database;

    PublicationApi(DatabaseClient database) {
        this.database = database;
    }

    /** Rows, oldest first. */
    record Publications(List<Publication> items) {}

    /** A row of the ledger. */
    record Publication(
            @Nullable UUID replyId,
            @Nullable UUID incidentId,
            @Nullable String jurisdiction,
            @Nullable String channel,
            @Nullable String state,
            @Nullable Integer attempt,
            @Nullable String remoteId,
            @Nullable String permalink,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant acceptedAt,
            @Nullable Instant changedAt,
            @Nullable Instant publishedAt) {}

    @GetMapping
    Mono<Publications> of(@RequestParam UUID incident, Caller caller) {
        return database.sql("select * from reply where incident_id = :incident order by accepted_at, reply_id")
                .bind("incident", incident)
                .map(row -> new Publication(
                        row.get("reply_id", UUID.class),
                        row.get("incident_id", UUID.class),
                        row.get("jurisdiction", String.class),
                        row.get("channel", String.class),
                        row.get("state", String.class),
                        row.get("attempt", Integer.class),
                        row.get("remote_id", String.class),
                        row.get("permalink", String.class),
                        row.get("reason", String.class),
                        row.get("detail", String.class),
                        row.get("accepted_at", Instant.class),
                        row.get("changed_at", Instant.class),
                        row.get("published_at", Instant.class)))
                .all()
                .filter(row -> row.jurisdiction() != null && caller.reaches(row.jurisdiction()))
                .collectList()
                .map(Publications::new);
    }
}
