package otklik.routing.absence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.absence.core.Absence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Absences in PostgreSQL. */
final class AbsenceStore {

    private static final String SELECT =
            "select id, jurisdiction, person, substitute, from_on, to_on, reason, starts_at, ends_at, noted_by from absence ";

    private final DatabaseClient database;

    AbsenceStore(DatabaseClient database) {
        this.database = database;
    }

    /** Those of all jurisdictions that are not over. */
    Flux<Absence> open(Instant at) {
        return database.sql(SELECT + "where ends_at > :at")
                .bind("at", at)
                .map(AbsenceStore::absence)
                .all();
    }

    /** Those that are not over, first to come first. */
    Flux<Absence> open(String jurisdiction, Instant at) {
        return database.sql(SELECT + "where jurisdiction = :jurisdiction and ends_at > :at order by starts_at, id")
                .bind("jurisdiction", jurisdiction)
                .bind("at", at)
                .map(AbsenceStore::absence)
                .all();
    }

    Mono<Absence> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(AbsenceStore::absence)
                .one();
    }

    /** One at a time for a jurisdiction, until the transaction ends: two that clash cannot both get in. */
    Mono<Void> lock(String jurisdiction) {
        return database.sql("select pg_advisory_xact_lock(hashtext('absence/' || :jurisdiction))")
                .bind("jurisdiction", jurisdiction)
                .then();
    }

    Mono<Void> add(Absence absence) {
        return database.sql("""
                        insert into absence (id, jurisdiction, person, substitute, from_on, to_on, reason, starts_at, ends_at, noted_by)
                        values (:id, :jurisdiction, :person, :substitute, :from, :to, :reason, :starts, :ends, :by)""")
                .bind("id", absence.id())
                .bind("jurisdiction", absence.jurisdiction())
                .bind("person", absence.person())
                .bind("substitute", absence.substitute())
                .bind("from", absence.from())
                .bind("to", absence.to())
                .bind("reason", absence.reason().name())
                .bind("starts", absence.startsAt())
                .bind("ends", absence.endsAt())
                .bind("by", absence.notedBy())
                .then();
    }

    Mono<Void> end(UUID id, Instant at) {
        return database.sql("update absence set ends_at = least(ends_at, greatest(starts_at, :at)) where id = :id")
                .bind("id", id)
                .bind("at", at)
                .then();
    }

    /** Those the others do not know as they are, a hundred at most; nobody else gets hold of them until the transaction ends. */
    Flux<Absence> untold(Instant at) {
        return database.sql(SELECT + """
                        where not forgotten and told_ends_at is distinct from ends_at and ends_at > greatest(starts_at, :at)
                        order by id limit 100 for update skip locked""")
                .bind("at", at)
                .map(AbsenceStore::absence)
                .all();
    }

    Mono<Void> markTold(List<Absence> absences) {
        return database.sql("update absence set told_ends_at = ends_at where id = any(:ids)")
                .bind("ids", ids(absences))
                .then();
    }

    /** Those that are over or were called off, and that the others may still know, a hundred at most. */
    Flux<Absence> over(Instant at) {
        return database.sql(
                        SELECT
                                + "where not forgotten and ends_at <= greatest(starts_at, :at) order by id limit 100 for update skip locked")
                .bind("at", at)
                .map(AbsenceStore::absence)
                .all();
    }

    Mono<Void> markForgotten(List<Absence> absences) {
        return database.sql("update absence set forgotten = true where id = any(:ids)")
                .bind("ids", ids(absences))
                .then();
    }

    private static UUID[] ids(List<Absence> absences) {
        return absences.stream().map(Absence::id).toArray(UUID[]::new);
    }

    private static Absence absence(Readable row) {
        return new Absence(
                requireNonNull(row.get("id", UUID.class)),
                text(row, "jurisdiction"),
                text(row, "person"),
                text(row, "substitute"),
                requireNonNull(row.get("from_on", LocalDate.class)),
                requireNonNull(row.get("to_on", LocalDate.class)),
                Absence.Why.valueOf(text(row, "reason")),
                requireNonNull(row.get("starts_at", Instant.class)),
                requireNonNull(row.get("ends_at", Instant.class)),
                text(row, "noted_by"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
