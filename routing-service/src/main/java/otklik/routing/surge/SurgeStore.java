package otklik.routing.surge;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.surge.SurgeEvent;
import otklik.messaging.Envelope;
import otklik.messaging.TableOutbox;
import otklik.routing.platform.Cursor;
import otklik.routing.surge.core.Surge;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Surges and what happened with them in PostgreSQL. Writing runs in the transaction of the caller. */
final class SurgeStore {

    /** What other instances and open pages are told by. */
    static final String CHANNEL = "otklik_surge";

    private final DatabaseClient database;
    private final TableOutbox outbox;

    SurgeStore(DatabaseClient database, TableOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Whether this instance is the one that looks, until the transaction ends. */
    Mono<Boolean> isMine() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('otklik.surges'))")
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** Those that go on, and nobody else may change them until the transaction ends. */
    Flux<Surge> goingOn() {
        return database.sql(
                        "select cast(snapshot as text) as snapshot from surge where ended_at is null order by id for update")
                .map(SurgeStore::surge)
                .all();
    }

    /** How many go on in each jurisdiction that has any. */
    Mono<Map<String, Long>> goingOnByJurisdiction() {
        return database.sql(
                        "select jurisdiction, count(*) as number from surge where ended_at is null group by jurisdiction")
                .map(row -> Map.entry(
                        requireNonNull(row.get("jurisdiction", String.class)),
                        requireNonNull(row.get("number", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Surge> find(UUID id) {
        return one("select cast(snapshot as text) as snapshot from surge where id = :id", id);
    }

    /** The same, and nobody else may change it until the transaction ends. */
    Mono<Surge> lock(UUID id) {
        return one("select cast(snapshot as text) as snapshot from surge where id = :id for update", id);
    }

    private Mono<Surge> one(String sql, UUID id) {
        return database.sql(sql).bind("id", id).map(SurgeStore::surge).one();
    }

    /** The latest first. */
    Mono<List<Surge>> list(List<String> jurisdictions, boolean onlyGoingOn, @Nullable Cursor after, int limit) {
        String sql = "select cast(snapshot as text) as snapshot from surge where jurisdiction = any(:jurisdictions)"
                + (onlyGoingOn ? " and ended_at is null" : "")
                + (after == null ? "" : " and (began_at, id) < (:at, :id)")
                + " order by began_at desc, id desc limit :limit";
        var spec = database.sql(sql)
                .bind("jurisdictions", jurisdictions.toArray(String[]::new))
                .bind("limit", limit);
        spec = after == null ? spec : spec.bind("at", after.at()).bind("id", after.id());
        return spec.map(SurgeStore::surge).all().collectList();
    }

    /** Writes the surge as it is now with the events that made it so, and tells open pages. */
    Mono<Void> save(Surge surge, List<SurgeEvent> events) {
        return database.sql("""
                        with kept as (
                            insert into surge (id, jurisdiction, topic_group, location, version, began_at, ended_at, snapshot)
                            values (:id, :jurisdiction, :group, :location, :version, :began, :ended, cast(:snapshot as json))
                            on conflict (id) do update set version = excluded.version, ended_at = excluded.ended_at,
                                snapshot = excluded.snapshot
                            returning id)
                        select pg_notify(:channel, :change) from kept""")
                .bind("id", surge.id())
                .bind("jurisdiction", surge.matter().jurisdiction())
                .bind("group", surge.matter().topicGroup())
                .bind("location", MessageCounts.place(surge.matter()))
                .bind("version", surge.version())
                .bind("began", surge.beganAt())
                .bind("ended", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, surge.endedAt()))
                .bind("snapshot", Json.mapper().writeValueAsString(surge))
                .bind("channel", CHANNEL)
                .bind("change", Json.mapper().writeValueAsString(Surges.Change.of(surge)))
                .then()
                .thenMany(Flux.fromIterable(events))
                .concatMap(event -> outbox.add(envelope(event)))
                .then();
    }

    private static Envelope envelope(SurgeEvent event) {
        UUID id = IncidentId.nameBased("surge/" + event.surgeId() + '/' + event.version());
        return new Envelope(id, event.at(), event, null);
    }

    /**
     * One incident of a surge, as a list shows it.
     *
     * @param excerpt the beginning of the post
     */
    record Member(UUID id, String number, String state, String channel, Instant detectedAt, String excerpt) {}

    /** The messages about it from its beginning to its end, the latest first. One that was classified otherwise since is not among them. */
    Mono<List<Member>> members(Surge surge, Instant until, int limit) {
        return database.sql("""
                        select id, number, state, channel, detected_at, left(post_text, 240) as excerpt from incident
                        where jurisdiction = :jurisdiction and topic_group = :group and coalesce(location, '') = :location
                            and state <> 'SCREENED_OUT' and detected_at > :since and coalesce(posted_at, detected_at) > :since
                            and detected_at <= :until
                        order by detected_at desc, id desc limit :limit""")
                .bind("jurisdiction", surge.matter().jurisdiction())
                .bind("group", surge.matter().topicGroup())
                .bind("location", MessageCounts.place(surge.matter()))
                .bind("since", surge.since())
                .bind("until", until)
                .bind("limit", limit)
                .map(row -> new Member(
                        requireNonNull(row.get("id", UUID.class)),
                        requireNonNull(row.get("number", String.class)),
                        requireNonNull(row.get("state", String.class)),
                        requireNonNull(row.get("channel", String.class)),
                        requireNonNull(row.get("detected_at", Instant.class)),
                        requireNonNull(row.get("excerpt", String.class))))
                .all()
                .collectList();
    }

    private static Surge surge(Readable row) {
        return Json.mapper().readValue(requireNonNull(row.get("snapshot", String.class)), Surge.class);
    }
}
