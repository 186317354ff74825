package otklik.ingest.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Channel;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostReceived;
import otklik.ingest.intake.core.Fingerprint;
import reactor.core.publisher.Mono;

/** Remembers which posts have been taken in ({@code received_post}). */
final class ReceivedPosts {

    private static final String KNOWN = """
            select channel, external_id from received_post
            where jurisdiction = :jurisdiction
              and (channel, external_id) in (select * from unnest(:channels::text[], :ids::text[]))""";

    private static final String REMEMBER = """
            insert into received_post (jurisdiction, channel, external_id, content_sha256, first_received_at)
            select :jurisdiction, channel, id, decode(hash, 'hex'), :at
            from unnest(:channels::text[], :ids::text[], :hashes::text[]) as post (channel, id, hash)
            on conflict do nothing""";

    private final DatabaseClient database;

    ReceivedPosts(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the posts of one jurisdiction that are known. */
    Mono<Set<PostKey>> known(String jurisdiction, List<PostReceived> posts) {
        return database.sql(KNOWN)
                .bind("jurisdiction", jurisdiction)
                .bind("channels", channels(posts))
                .bind("ids", ids(posts))
                .map(row -> new PostKey(
                        Channel.of(row.get("channel", String.class)), String.valueOf(row.get("external_id"))))
                .all()
                .collect(Collectors.toSet());
    }

    /** Remembers posts of one jurisdiction that came at one moment; those known already stay as they are. */
    Mono<Void> remember(String jurisdiction, List<PostReceived> posts) {
        return database.sql(REMEMBER)
                .bind("jurisdiction", jurisdiction)
                .bind("at", posts.getFirst().receivedAt())
                .bind("channels", channels(posts))
                .bind("ids", ids(posts))
                .bind("hashes", posts.stream().map(Fingerprint::ofText).toArray(String[]::new))
                .then();
    }

    private static String[] channels(List<PostReceived> posts) {
        return posts.stream().map(post -> post.post().channel().wire()).toArray(String[]::new);
    }

    private static String[] ids(List<PostReceived> posts) {
        return posts.stream().map(post -> post.post().externalId()).toArray(String[]::new);
    }
}
