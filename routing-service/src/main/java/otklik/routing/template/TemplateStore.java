package otklik.routing.template;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.template.core.Template;
import reactor.core.publisher.Mono;

/** Templates in PostgreSQL. One that is deleted stays as a mark, so that the installation's own does not come back at the next start. */
final class TemplateStore {

    private static final String SELECT = """
            select id, jurisdiction, name, organ, topic_group, topic, purpose, said, version, edited_at, edited_by
            from reply_template where deleted_at is null\s""";

    private final DatabaseClient database;

    TemplateStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Template>> of(String jurisdiction) {
        return database.sql(SELECT + "and jurisdiction = :jurisdiction order by name, id")
                .bind("jurisdiction", jurisdiction)
                .map(TemplateStore::template)
                .all()
                .collectList();
    }

    Mono<Template> find(UUID id) {
        return database.sql(SELECT + "and id = :id")
                .bind("id", id)
                .map(TemplateStore::template)
                .one();
    }

    /** Whether one of that id is there or ever was. */
    Mono<Boolean> isKnown(UUID id) {
        return database.sql("select exists (select 1 from reply_template where id = :id)")
                .bind("id", id)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** One writer at a time for a jurisdiction, until the transaction ends: two cannot close a circle together. */
    Mono<Void> lock(String jurisdiction) {
        return database.sql("select pg_advisory_xact_lock(hashtext('template/' || :jurisdiction))")
                .bind("jurisdiction", jurisdiction)
                .then();
    }

    Mono<Void> add(Template template) {
        return bind(database.sql("""
                        insert into reply_template
                            (id, jurisdiction, name, organ, topic_group, topic, purpose, said, version, edited_at, edited_by)
                        values (:id, :jurisdiction, :name, :organ, :group, :topic, :purpose, :said, :version, :at, :by)"""), template)
                .bind("jurisdiction", template.jurisdiction())
                .then();
    }

    Mono<Void> update(Template template) {
        return bind(database.sql("""
                        update reply_template set name = :name, organ = :organ, topic_group = :group, topic = :topic, purpose = :purpose,
                            said = :said, version = :version, edited_at = :at, edited_by = :by
                        where id = :id"""), template).then();
    }

    Mono<Void> delete(UUID id, Instant at, String by) {
        return database.sql("update reply_template set deleted_at = :at, edited_by = :by where id = :id")
                .bind("id", id)
                .bind("at", at)
                .bind("by", by)
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, Template template) {
        var spec = sql.bind("id", template.id())
                .bind("name", template.name())
                .bind("purpose", template.purpose().name())
                .bind("said", template.text())
                .bind("version", template.version())
                .bind("at", template.editedAt())
                .bind("by", template.editedBy());
        spec = bind(spec, "organ", template.organ());
        spec = bind(spec, "group", template.topicGroup());
        return bind(spec, "topic", template.topic());
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }

    private static Template template(Readable row) {
        return new Template(
                requireNonNull(row.get("id", UUID.class)),
                text(row, "jurisdiction"),
                text(row, "name"),
                row.get("organ", String.class),
                row.get("topic_group", String.class),
                row.get("topic", String.class),
                Template.Purpose.valueOf(text(row, "purpose")),
                text(row, "said"),
                requireNonNull(row.get("version", Long.class)),
                requireNonNull(row.get("edited_at", Instant.class)),
                text(row, "edited_by"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
