package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.incident.core.AuthorAnswerRules;
import otklik.routing.incident.core.AuthorComment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * In which threads we wait for whom, and which comments became answers. The first has a row or two for each incident whose author was asked,
 * and for those alone. Every method runs in the transaction of its caller.
 */
final class AnswerTable {

    private final DatabaseClient database;

    AnswerTable(DatabaseClient database) {
        this.database = database;
    }

    /** A comment, and an incident by the same author that waits for an answer in that thread. */
    record Match(UUID comment, UUID asked) {}

    /** By the incident, so that whoever locks them does so in one order, and then as the comments came. */
    Flux<Match> matches(List<AuthorComment> comments) {
        List<UUID> ids = new ArrayList<>();
        List<String> authors = new ArrayList<>();
        List<String> threads = new ArrayList<>();
        for (AuthorComment comment : comments) {
            for (String thread : comment.author() == null ? Set.<String>of() : AuthorAnswerRules.threads(comment)) {
                ids.add(comment.id());
                authors.add(comment.author());
                threads.add(thread);
            }
        }
        return ids.isEmpty() ? Flux.empty() : matches(ids, authors, threads);
    }

    private Flux<Match> matches(List<UUID> ids, List<String> authors, List<String> threads) {
        return database.sql("""
                        select comment, incident_id from unnest(:ids, :authors, :threads) with ordinality as written (comment, author, thread, n)
                        join awaited_answer using (thread, author)
                        group by comment, incident_id order by incident_id, min(n)""")
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("authors", authors.toArray(String[]::new))
                .bind("threads", threads.toArray(String[]::new))
                .map(row -> new Match(
                        requireNonNull(row.get("comment", UUID.class)),
                        requireNonNull(row.get("incident_id", UUID.class))))
                .all();
    }

    /** From now on its author's answer may stand in these threads and no others. */
    Mono<Void> listen(UUID incident, Set<String> threads) {
        return database.sql("""
                        with no_more as (delete from awaited_answer where incident_id = :id and thread <> all(:threads)),
                        forgotten as (delete from early_answer where incident_id = :id and cardinality(:threads) = 0)
                        insert into awaited_answer (incident_id, thread, author)
                        select id, thread, author ->> 'externalId' from incident, unnest(:threads) as thread
                        where id = :id and author ->> 'externalId' is not null
                        on conflict do nothing""")
                .bind("id", incident)
                .bind("threads", threads.toArray(String[]::new))
                .then();
    }

    /** The comment is an answer and will not be an incident. */
    Mono<Void> isAnswer(UUID comment, UUID asked) {
        return database.sql("insert into author_answer (comment_id, incident_id) values (:comment, :asked)")
                .bind("comment", comment)
                .bind("asked", asked)
                .then();
    }

    /** The comment, which becomes an incident, may be an answer too: that can be told when our question stands. */
    Mono<Void> keepEarly(UUID asked, UUID comment) {
        return database.sql("insert into early_answer (incident_id, comment_id) values (:asked, :comment)")
                .bind("asked", asked)
                .bind("comment", comment)
                .then();
    }

    /** Those kept for the incident, as they were written; they are kept no more. */
    Flux<AuthorComment> takeEarly(UUID asked) {
        return database.sql("""
                        with early as (delete from early_answer where incident_id = :asked returning comment_id)
                        select cast(snapshot as text) as snapshot, author ->> 'externalId' as author, post_text, posted_at
                        from early join incident on id = comment_id order by posted_at, id""")
                .bind("asked", asked)
                .map(row -> AuthorComment.of(
                        IncidentStore.snapshot(requireNonNull(row.get("snapshot", String.class))),
                        row.get("author", String.class),
                        requireNonNull(row.get("post_text", String.class)),
                        row.get("posted_at", Instant.class)))
                .all();
    }
}
