package otklik.routing.replycheck;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The texts of replies that went out lately. */
final class SentReplies {

    private static final int HOW_MANY = 200;

    private final DatabaseClient database;

    SentReplies(DatabaseClient database) {
        this.database = database;
    }

    /** Newest first. */
    Mono<List<String>> lately(String jurisdiction) {
        return database.sql("""
                        select snapshot -> 'reply' ->> 'text' from incident
                        where jurisdiction = :jurisdiction and state = 'DONE' and snapshot -> 'reply' ->> 'text' is not null
                        order by changed_at desc limit :limit""")
                .bind("jurisdiction", jurisdiction)
                .bind("limit", HOW_MANY)
                .map(row -> requireNonNull(row.get(0, String.class)))
                .all()
                .collectList();
    }
}
