package otklik.routing.executor;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.messaging.Envelope;
import otklik.messaging.TableOutbox;
import otklik.routing.executor.core.Executor;
import otklik.routing.executor.core.ExecutorChange;
import otklik.routing.executor.core.ExecutorChange.Notice;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The executors of organs as they were known last, and every change of them. */
final class ExecutorStore {

    private static final TypeReference<List<Executor>> EXECUTORS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final TableOutbox outbox;

    ExecutorStore(DatabaseClient database, TableOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Nobody else compares that jurisdiction until the transaction ends. */
    Mono<Void> lock(String jurisdiction) {
        return database.sql("select pg_advisory_xact_lock(hashtext('executors/' || :jurisdiction))")
                .bind("jurisdiction", jurisdiction)
                .then();
    }

    /** By organ, of those organs that were looked at before. */
    Mono<Map<String, List<Executor>>> known(String jurisdiction) {
        return database.sql("select organ, executors from organ_executors where jurisdiction = :jurisdiction")
                .bind("jurisdiction", jurisdiction)
                .map(row -> Map.entry(text(row, "organ"), executors(row, "executors")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> keep(String jurisdiction, String organ, List<Executor> executors, Instant at) {
        return database.sql("""
                        insert into organ_executors (jurisdiction, organ, executors, known_at)
                        values (:jurisdiction, :organ, :executors, :at)
                        on conflict (jurisdiction, organ) do update set executors = excluded.executors, known_at = excluded.known_at""")
                .bind("jurisdiction", jurisdiction)
                .bind("organ", organ)
                .bind("executors", json(executors))
                .bind("at", at)
                .then();
    }

    /** Writes the change down and, where it has to be told, the event about it. */
    Mono<Void> add(ExecutorChange change) {
        Notice notice = change.notice();
        return insert(change, notice).then(notice == null ? Mono.empty() : outbox.add(envelope(change, notice)));
    }

    private Mono<Void> insert(ExecutorChange change, @Nullable Notice notice) {
        return database.sql("""
                        insert into executor_change (id, jurisdiction, organ, organ_name, gone, came, stayed, changed_on, known_at, clause,
                                                     due_at, owner, owed_by)
                        values (:id, :jurisdiction, :organ, :name, :gone, :came, :stayed, :changed, :known, :clause, :due, :owner, :owed)""")
                .bind("id", change.id())
                .bind("jurisdiction", change.jurisdiction())
                .bind("organ", change.organ())
                .bind("name", change.organName())
                .bind("gone", json(change.left()))
                .bind("came", json(change.came()))
                .bind("stayed", json(change.stayed()))
                .bind("changed", change.changedOn())
                .bind("known", change.knownAt())
                .bind("clause", nullable(R2dbcType.VARCHAR, notice == null ? null : notice.clause()))
                .bind("due", nullable(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, notice == null ? null : notice.dueAt()))
                .bind("owner", nullable(R2dbcType.VARCHAR, notice == null ? null : notice.owner()))
                .bind("owed", nullable(R2dbcType.VARCHAR, notice == null ? null : json(notice.owedBy())))
                .then();
    }

    private static Envelope envelope(ExecutorChange change, Notice notice) {
        ExecutorsChanged event = new ExecutorsChanged(
                change.id(),
                change.jurisdiction(),
                change.organ(),
                change.organName(),
                told(change.left()),
                told(change.came()),
                told(change.stayed()),
                change.changedOn(),
                change.knownAt(),
                notice.clause(),
                notice.dueAt(),
                notice.owner(),
                notice.owedBy());
        return new Envelope(change.id(), change.knownAt(), event, null);
    }

    private static List<ExecutorsChanged.Executor> told(List<Executor> executors) {
        return executors.stream()
                .map(each -> new ExecutorsChanged.Executor(each.id(), each.name(), each.since()))
                .toList();
    }

    /**
     * The latest first.
     *
     * @param organ whose; null: of all organs of the jurisdiction
     */
    Mono<List<ExecutorChange>> changes(String jurisdiction, @Nullable String organ, int limit) {
        return database.sql("""
                        select * from executor_change
                        where jurisdiction = :jurisdiction and (cast(:organ as text) is null or organ = :organ)
                        order by known_at desc, id limit :limit""")
                .bind("jurisdiction", jurisdiction)
                .bind("organ", nullable(R2dbcType.VARCHAR, organ))
                .bind("limit", limit)
                .map(ExecutorStore::change)
                .all()
                .collectList();
    }

    private static ExecutorChange change(Readable row) {
        return new ExecutorChange(
                requireNonNull(row.get("id", UUID.class)),
                text(row, "jurisdiction"),
                text(row, "organ"),
                text(row, "organ_name"),
                executors(row, "gone"),
                executors(row, "came"),
                executors(row, "stayed"),
                requireNonNull(row.get("changed_on", LocalDate.class)),
                requireNonNull(row.get("known_at", Instant.class)),
                notice(row));
    }

    private static @Nullable Notice notice(Readable row) {
        String clause = row.get("clause", String.class);
        return clause == null
                ? null
                : new Notice(
                        clause,
                        row.get("due_at", Instant.class),
                        row.get("owner", String.class),
                        Json.mapper().readValue(text(row, "owed_by"), NAMES));
    }

    private static List<Executor> executors(Readable row, String column) {
        return Json.mapper().readValue(text(row, column), EXECUTORS);
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    private static Object nullable(R2dbcType type, @Nullable Object value) {
        return Parameters.in(type, value);
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
