package otklik.publisher.reply;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Attachment;
import reactor.core.publisher.Mono;

/** Which files stand with which reply, and what the network calls those that it has. */
final class ReplyFiles {

    private final DatabaseClient database;

    ReplyFiles(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> accept(UUID reply, List<Attachment> files) {
        return files.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into reply_attachment (reply_id, position, attachment_id, kind, name, media_type, size, sha256)
                        select :reply, number, (file ->> 'id')::uuid, file ->> 'kind', file ->> 'name', file ->> 'mediaType',
                               (file ->> 'size')::bigint, file ->> 'sha256'
                        from json_array_elements(cast(:files as json)) with ordinality as sent (file, number)""")
                        .bind("reply", reply)
                        .bind("files", Json.mapper().writeValueAsString(files))
                        .then();
    }

    /** The first file that the network does not have yet; empty if it has all of them. */
    Mono<Attachment> missing(UUID reply) {
        return database.sql("""
                        select * from reply_attachment where reply_id = :reply and remote is null order by position limit 1""")
                .bind("reply", reply)
                .map(row -> new Attachment(
                        requireNonNull(row.get("attachment_id", UUID.class)),
                        Attachment.Kind.of(requireNonNull(row.get("kind", String.class))),
                        requireNonNull(row.get("name", String.class)),
                        requireNonNull(row.get("media_type", String.class)),
                        requireNonNull(row.get("size", Long.class)),
                        requireNonNull(row.get("sha256", String.class))))
                .one();
    }

    /** The first upload counts; what a slower one brought, nobody ever sees. */
    Mono<Void> uploaded(UUID reply, UUID file, String remote) {
        return database.sql("""
                        update reply_attachment set remote = :remote
                         where reply_id = :reply and attachment_id = :file and remote is null""")
                .bind("remote", remote)
                .bind("reply", reply)
                .bind("file", file)
                .then();
    }

    /** As VK wants it: their names there in their order, comma separated; empty without files. */
    Mono<String> names(UUID reply) {
        return database.sql(
                        "select remote from reply_attachment where reply_id = :reply and remote is not null order by position")
                .bind("reply", reply)
                .map(row -> requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.joining(","));
    }
}
