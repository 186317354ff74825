package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.access.Caller;
import otklik.contracts.incident.Attachment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of files. */
final class FileTable {

    private final DatabaseClient database;

    FileTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(UUID incident, Attachment file, Instant at, Caller by) {
        return database.sql("""
                        insert into attachment (id, incident_id, kind, name, media_type, size, sha256, uploaded_at, uploaded_by, uploaded_by_name)
                        values (:id, :incident, :kind, :name, :type, :size, :hash, :at, :by, :byName)""")
                .bind("id", file.id())
                .bind("incident", incident)
                .bind("kind", file.kind().wire())
                .bind("name", file.name())
                .bind("type", file.mediaType())
                .bind("size", file.size())
                .bind("hash", file.sha256())
                .bind("at", at)
                .bind("by", by.id())
                .bind("byName", by.name())
                .then();
    }

    Mono<IncidentFiles.Kept> makeWhole(UUID id) {
        return database.sql("update attachment set is_whole = true where id = :id returning *")
                .bind("id", id)
                .map(IncidentFiles.Kept::of)
                .one();
    }

    /** In the order they came. */
    Flux<IncidentFiles.Kept> whole(UUID incident) {
        return database.sql(
                        "select * from attachment where incident_id = :incident and is_whole order by uploaded_at, id")
                .bind("incident", incident)
                .map(IncidentFiles.Kept::of)
                .all();
    }

    /**
     * They are part of the trail from now on.
     *
     * @return whether all were still there; a file that nobody named for a month may just have been cleared away
     */
    Mono<Boolean> handIn(Set<UUID> files) {
        return files.isEmpty()
                ? Mono.just(true)
                : database.sql("update attachment set is_handed_in = true where id = any(:ids) and is_whole")
                        .bind("ids", files.toArray(UUID[]::new))
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows == files.size());
    }

    Mono<Void> hide(UUID id) {
        return database.sql(
                        "update attachment set is_whole = false, uploaded_at = '-infinity' where id = :id and not is_handed_in")
                .bind("id", id)
                .then();
    }

    Flux<UUID> hideLeftOver(Instant brokenBefore, Instant looseBefore, int limit) {
        return database.sql("""
                        update attachment set is_whole = false where id in (
                            select id from attachment
                             where not is_handed_in and (uploaded_at < :loose or not is_whole and uploaded_at < :broken)
                             order by uploaded_at limit :limit for update skip locked)
                        returning id""")
                .bind("loose", looseBefore)
                .bind("broken", brokenBefore)
                .bind("limit", limit)
                .map(row -> requireNonNull(row.get(0, UUID.class)))
                .all();
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from attachment where id = :id and not is_whole and not is_handed_in")
                .bind("id", id)
                .then();
    }

    static Attachment file(Readable row) {
        return new Attachment(
                requireNonNull(row.get("id", UUID.class)),
                Attachment.Kind.of(text(row, "kind")),
                text(row, "name"),
                text(row, "media_type"),
                requireNonNull(row.get("size", Long.class)),
                text(row, "sha256"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
