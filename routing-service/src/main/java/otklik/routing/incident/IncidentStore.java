package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.routing.incident.core.AuthorAnswerRules;
import otklik.routing.incident.core.AuthorComment;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Heard;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.LastStep;
import otklik.routing.incident.core.State;
import otklik.routing.incident.core.StepUndone;
import otklik.routing.incident.core.Teaching;
import otklik.routing.learning.CaseStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Incidents and their facts in PostgreSQL. Every method runs in the transaction of its caller. A command takes two statements: one that locks
 * and reads all it needs, one that writes all that came of it.
 */
final class IncidentStore {

    /** No receipt has it: keys are not blank. */
    private static final String NO_KEY = "";

    private final DatabaseClient database;
    private final FactTable facts;
    private final AnswerTable answers;
    private final CaseStore cases;
    private final IncidentChanges changes;
    private final Supplier<UUID> ids;

    IncidentStore(DatabaseClient database, CaseStore cases, IncidentChanges changes, Supplier<UUID> ids) {
        this.database = database;
        this.facts = new FactTable(database);
        this.answers = new AnswerTable(database);
        this.cases = cases;
        this.changes = changes;
        this.ids = ids;
    }

    /** Those of them that are registered, or are answers to questions of ours. */
    Mono<Set<UUID>> known(List<UUID> incidents) {
        return database.sql("""
                        select id from incident where id = any(:ids)
                        union all select comment_id from author_answer where comment_id = any(:ids)""")
                .bind("ids", incidents.toArray(UUID[]::new))
                .map(row -> requireNonNull(row.get(0, UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** As many new numbers. */
    Mono<List<Long>> nextNumbers(int count) {
        return database.sql("select nextval('incident_number') from generate_series(1, :count)")
                .bind("count", count)
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList();
    }

    /** The incident, and nobody else may change it until the transaction ends. */
    Mono<LockedIncident> lock(UUID id) {
        return database.sql("select cast(snapshot as text) as snapshot, head from incident where id = :id for update")
                .bind("id", id)
                .map(row -> new LockedIncident(incident(row), text(row, "head"), null, false))
                .one();
    }

    /**
     * The incidents that the commands are for, by id, as {@link #lock(UUID)} and with what each caller was answered under that key before;
     * no more than one command an incident. Locks in one order, as everybody does who locks several. A statement sees what was committed when
     * it began and, of a row that it waited for, the newest version: where the two versions differ, the receipt has to be looked for again.
     */
    Mono<Map<UUID, LockedIncident>> lock(List<IncidentCommands.Request> requests) {
        return database.sql("""
                        select cast(i.snapshot as text) as snapshot, i.head, asked.caller, asked.key, r.incident_id, r.request_hash,
                            cast(r.answer as text) as answer, i.version <> (select version from incident where id = asked.id) as waited
                        from unnest(:ids, :callers, :keys) as asked (id, caller, key)
                        join incident i on i.id = asked.id
                        left join command_receipt r on r.caller = asked.caller and r.key = asked.key
                        order by i.id for update of i""")
                .bind("ids", requests.stream().map(IncidentCommands.Request::id).toArray(UUID[]::new))
                .bind(
                        "callers",
                        requests.stream().map(request -> request.caller().id()).toArray(String[]::new))
                .bind(
                        "keys",
                        requests.stream()
                                .map(request -> Objects.requireNonNullElse(
                                        request.conditions().idempotencyKey(), NO_KEY))
                                .toArray(String[]::new))
                .map(row -> new LockedIncident(
                        incident(row),
                        text(row, "head"),
                        receipt(row, text(row, "caller"), text(row, "key")),
                        Boolean.TRUE.equals(row.get("waited", Boolean.class))))
                .all()
                .collectMap(locked -> locked.incident().id());
    }

    /** An incident whose author is to get an interim reply, and since when. */
    record DueInterim(LockedIncident locked, String text, Instant at) {}

    /** Incidents whose interim reply has come due and that are in one of the states, those that wait longest first. */
    Flux<UUID> dueInterims(Instant now, Set<State> states, int limit) {
        return database.sql("""
                        select id from incident where interim_due_at <= :now and state = any(:states)
                        order by interim_due_at, id limit :limit""")
                .bind("now", now)
                .bind("states", states.stream().map(State::name).toArray(String[]::new))
                .bind("limit", limit)
                .map(row -> requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList()
                .flatMapIterable(ids -> ids);
    }

    /** The same as {@link #lock}; empty where somebody else has given the reply meanwhile. */
    Mono<DueInterim> lockDueInterim(UUID id) {
        return database.sql("""
                        select cast(snapshot as text) as snapshot, head, post_text, interim_due_at from incident
                        where id = :id and interim_due_at is not null for update""")
                .bind("id", id)
                .map(row -> new DueInterim(
                        new LockedIncident(incident(row), text(row, "head"), null, false),
                        text(row, "post_text"),
                        requireNonNull(row.get("interim_due_at", Instant.class))))
                .one();
    }

    Mono<Void> interimIsDone(UUID id) {
        return database.sql("update incident set interim_due_at = null where id = :id")
                .bind("id", id)
                .then();
    }

    /** What the caller was answered under the key. */
    Mono<CommandReceipt> receipt(String caller, String key) {
        return database.sql(
                        "select incident_id, request_hash, cast(answer as text) as answer from command_receipt where caller = :caller and key = :key")
                .bind("caller", caller)
                .bind("key", key)
                .map(row -> requireNonNull(receipt(row, caller, key)))
                .one();
    }

    private static @Nullable CommandReceipt receipt(Readable row, String caller, String key) {
        String hash = row.get("request_hash", String.class);
        return hash == null
                ? null
                : new CommandReceipt(
                        requireNonNull(row.get("incident_id", UUID.class)), caller, key, hash, text(row, "answer"));
    }

    Mono<Incident> find(UUID id) {
        return database.sql("select cast(snapshot as text) as snapshot from incident where id = :id")
                .bind("id", id)
                .map(IncidentStore::incident)
                .one();
    }

    private static Incident incident(Readable row) {
        return snapshot(text(row, "snapshot"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }

    static Incident snapshot(String json) {
        return Json.mapper().readValue(json, Incident.class);
    }

    /** Writes incidents that are new, with the facts they begin with, all at once. */
    Mono<Void> register(List<NewIncident> incidents, Instant at) {
        List<NewIncident.Row> rows = new ArrayList<>();
        List<StoredFact> begun = new ArrayList<>();
        for (NewIncident fresh : incidents) {
            List<StoredFact> chain =
                    chain(fresh.blank(), fresh.facts(), Actor.SYSTEM, at, fresh.cause(), StoredFact.NO_HASH);
            begun.addAll(chain);
            rows.add(fresh.row(at, chain.getLast().hash()));
        }
        return database.sql("""
                        with fresh as (
                            select * from json_to_recordset(cast(:rows as json)) as fresh (id uuid, jurisdiction text, number text,
                                version bigint, state text, organ text, organs text[], channel text, kind text, url text, "topicGroup" text,
                                topic text, location text, importance text, "detectedAt" timestamptz, "changedAt" timestamptz, "text" text,
                                author text, "postedAt" timestamptz, "interimDueAt" timestamptz, snapshot text, head text, places text[], "sortAt" timestamptz)),
                        registered as (
                            insert into incident (id, jurisdiction, number, version, state, organ, organs, channel, kind, url, topic_group,
                                topic, location, importance, detected_at, changed_at, post_text, author, posted_at,
                                interim_due_at, snapshot, head)
                            select id, jurisdiction, number, version, state, organ, organs, channel, kind, url, "topicGroup",
                                topic, location, importance, "detectedAt", "changedAt", "text", cast(author as json), "postedAt",
                                "interimDueAt", cast(snapshot as json), head
                            from fresh),
                        findable as (
                            insert into incident_words (incident_id, words) select id, search_words(number, location, "text") from fresh)
                        insert into queue_place (incident_id, place, sort_at) select id, unnest(places), "sortAt" from fresh""")
                .bind("rows", Json.mapper().writeValueAsString(rows))
                .then()
                .then(facts.add(begun))
                .then(tell(incidents.stream().map(NewIncident::incident).toList()));
    }

    /**
     * What came about with an incident.
     *
     * @param before the incident as it was locked in this transaction
     * @param cause id of the command or event behind it
     * @param receipt to be kept with it
     */
    record Addition(
            LockedIncident before,
            List<Fact> facts,
            Actor by,
            Instant at,
            @Nullable String cause,
            @Nullable CommandReceipt receipt) {

        Incident after() {
            return before.incident().after(facts);
        }
    }

    /**
     * Writes what came about and the incident that follows from it.
     *
     * @return the incident after the facts
     * @throws StaleIncident in the Mono, if somebody wrote in between
     */
    Mono<Incident> append(Addition addition) {
        return append(List.of(addition)).thenReturn(addition.after());
    }

    /** The same for several incidents, each of them once. */
    Mono<Void> append(List<Addition> additions) {
        return write(additions)
                .then(Mono.defer(() -> teach(additions)))
                .thenMany(Flux.fromIterable(additions))
                .concatMap(this::followUp)
                .then(tell(additions.stream().map(Addition::after).toList()))
                .thenMany(Flux.fromIterable(additions))
                .concatMap(this::hearEarly)
                .then();
    }

    private Mono<Void> teach(List<Addition> additions) {
        return cases.take(additions.stream()
                .filter(addition -> !isUndo(addition))
                .flatMap(addition -> Teaching.lessons(addition.before().incident(), addition.facts()).stream()
                        .map(lesson -> new CaseStore.Taught(
                                addition.before().incident().id(), lesson)))
                .toList());
    }

    private static boolean isUndo(Addition addition) {
        return addition.facts().getFirst() instanceof StepUndone;
    }

    /** What seldom comes about beside the facts. */
    private Mono<Void> followUp(Addition addition) {
        Incident after = addition.after();
        Mono<Void> unlearned = isUndo(addition)
                ? facts.of(after.id()).collectList().flatMap(all -> unteach(after, all))
                : Mono.empty();
        Mono<Void> listened = listen(addition.before().incident(), after).then(unlearned);
        return sameWords(addition.before().incident(), after)
                ? listened
                : findAnew(after.id()).then(listened);
    }

    private Mono<Void> listen(Incident before, Incident after) {
        Set<String> threads = AuthorAnswerRules.listensTo(after);
        return threads.equals(AuthorAnswerRules.listensTo(before)) ? Mono.empty() : answers.listen(after.id(), threads);
    }

    /** Our question stands at last: what the author wrote in the meantime may answer it. */
    private Mono<Void> hearEarly(Addition addition) {
        Incident after = addition.after();
        return AuthorAnswerRules.beginsToStand(addition.before().incident(), after)
                ? answers.takeEarly(after.id())
                        .collectList()
                        .flatMapIterable(comments -> comments)
                        .concatMap(comment -> lock(after.id())
                                .flatMap(locked -> hear(locked, comment, addition.at(), addition.cause()))
                                .flatMap(asked -> endOwn(comment.id(), asked, addition)))
                        .then()
                : Mono.empty();
    }

    /** The early comment is dealt with where it was asked for: the incident that it was made ends, unless somebody has to do with it. */
    private Mono<Void> endOwn(UUID comment, Incident asked, Addition heard) {
        return lockUntouched(comment)
                .flatMap(own -> Mono.justOrEmpty(AuthorAnswerRules.ends(own.incident(), asked))
                        .flatMap(fact -> append(
                                new Addition(own, List.of(fact), Actor.SYSTEM, heard.at(), heard.cause(), null))))
                .then();
    }

    /**
     * The incident, if no person has done anything with it yet. Another one is locked already, so this does not wait for a lock, which could be
     * for ever: whoever has it at this instant is doing something with it.
     */
    private Mono<LockedIncident> lockUntouched(UUID id) {
        return database.sql(
                        "select cast(snapshot as text) as snapshot, head from incident where id = :id for update skip locked")
                .bind("id", id)
                .map(row -> new LockedIncident(incident(row), text(row, "head"), null, false))
                .one()
                .filterWhen(locked -> isUntouched(id));
    }

    private Mono<Boolean> isUntouched(UUID id) {
        return database.sql("""
                        select not exists (select 1 from incident_event where incident_id = :id and actor ->> 'id' <> :system)
                            and not exists (select 1 from incident_comment where incident_id = :id)
                            and not exists (select 1 from attachment where incident_id = :id)""")
                .bind("id", id)
                .bind("system", Actor.SYSTEM.id())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /**
     * Adds the comment where it is an answer.
     *
     * @return the incident after it; empty where it is none, or none yet
     */
    Mono<Incident> hear(LockedIncident asked, AuthorComment comment, Instant at, @Nullable String cause) {
        return switch (AuthorAnswerRules.hear(asked.incident(), comment)) {
            case Heard.Answer answer ->
                append(new Addition(asked, List.of(answer.fact()), Actor.SYSTEM, at, cause, null));
            case Heard.Early ignored ->
                answers.keepEarly(asked.incident().id(), comment.id()).then(Mono.empty());
            case Heard.Nothing ignored -> Mono.empty();
        };
    }

    /** A step was taken back: only what still holds teaches, and a closed incident stands where it stood among the closed ones. */
    private Mono<Void> unteach(Incident after, List<StoredFact> all) {
        List<StoredFact> holding = StepUndone.holding(all, StoredFact::fact);
        Mono<Void> learned = cases.learnAnew(
                after.id(),
                Teaching.lessons(
                        after.replayed(List.of()),
                        holding.stream().map(StoredFact::fact).toList()));
        return after.state().isClosed()
                ? learned.then(closedAt(after.id(), holding.getLast().at()))
                : learned;
    }

    private Mono<Void> closedAt(UUID id, Instant at) {
        return database.sql("update queue_place set sort_at = :at where incident_id = :id")
                .bind("id", id)
                .bind("at", at)
                .then();
    }

    private List<StoredFact> chain(
            Incident before, List<Fact> fresh, Actor by, Instant at, @Nullable String cause, String lastHash) {
        List<StoredFact> rows = new ArrayList<>();
        String hash = lastHash;
        for (Fact fact : fresh) {
            long version = before.version() + rows.size() + 1;
            StoredFact row = StoredFact.of(before.id(), version, ids.get(), at, by, fact, cause, hash);
            rows.add(row);
            hash = row.hash();
        }
        return rows;
    }

    private List<StoredFact> chain(Addition addition) {
        LockedIncident before = addition.before();
        return chain(
                before.incident(), addition.facts(), addition.by(), addition.at(), addition.cause(), before.head());
    }

    private Mono<Void> write(List<Addition> additions) {
        List<ChangedIncident> rows = new ArrayList<>();
        List<StoredFact> fresh = new ArrayList<>();
        List<CommandReceipt> receipts = new ArrayList<>();
        for (Addition addition : additions) {
            List<StoredFact> chain = chain(addition);
            fresh.addAll(chain);
            rows.add(ChangedIncident.of(addition, chain.getLast().hash()));
            if (addition.receipt() != null) {
                receipts.add(addition.receipt());
            }
        }
        return database.sql("""
                        with fresh as (
                            select * from json_to_recordset(cast(:rows as json)) as fresh (id uuid, expected bigint, version bigint,
                                state text, organ text, organs text[], places text[], manual boolean, "topicGroup" text, topic text,
                                location text, importance text, at timestamptz, "closedAt" timestamptz, snapshot text, head text)),
                        changed as (
                            update incident set last_step_from = fresh.expected, version = fresh.version, state = fresh.state,
                                organ = fresh.organ, organs = fresh.organs, manual_needed = fresh.manual,
                                topic_group = fresh."topicGroup", topic = fresh.topic, location = fresh.location,
                                importance = fresh.importance, changed_at = fresh.at, snapshot = cast(fresh.snapshot as json),
                                head = fresh.head
                            from fresh where incident.id = fresh.id and incident.version = fresh.expected
                            returning incident.id, next_due_at, places, "closedAt", at),
                        added as (
                            insert into incident_event (incident_id, version, event_id, at, actor, type, fact, causation_id, hash)
                            select changed.id, fact.version, "eventId", fact.at, cast("actorJson" as json), type,
                                cast("factJson" as json), "causationId", hash
                            from changed join json_to_recordset(cast(:facts as json)) as fact ("incidentId" uuid, version bigint,
                                "eventId" uuid, at timestamptz, "actorJson" text, type text, "factJson" text, "causationId" text,
                                hash text) on "incidentId" = changed.id
                            order by changed.id, fact.version
                            returning position),
                        untold as (insert into unsent_event select position from added),
                        left_behind as (delete from queue_place using fresh where incident_id = fresh.id and place <> all(places)),
                        entered as (
                            insert into queue_place (incident_id, place, sort_at)
                            select changed.id, place, coalesce("closedAt", next_due_at, :never)
                            from changed, unnest(places) as place
                            on conflict (incident_id, place) do update set sort_at = excluded.sort_at
                                where queue_place.sort_at <> excluded.sort_at),
                        answered as (
                            insert into command_receipt (caller, key, incident_id, request_hash, answer, at)
                            select caller, key, changed.id, "requestHash", cast("answerJson" as json), changed.at
                            from changed join json_to_recordset(cast(:receipts as json)) as receipt (incident uuid, caller text,
                                key text, "requestHash" text, "answerJson" text) on incident = changed.id)
                        select count(*) as changed from changed""")
                .bind("rows", Json.mapper().writeValueAsString(rows))
                .bind("facts", Json.mapper().writeValueAsString(fresh))
                .bind("receipts", Json.mapper().writeValueAsString(receipts))
                .bind("never", NewIncident.NEVER)
                .map(row -> requireNonNull(row.get("changed", Long.class)))
                .one()
                .flatMap(count -> count == additions.size() ? Mono.empty() : Mono.error(new StaleIncident()));
    }

    /** An incident after what came about, as the statement that writes it names the columns. */
    private record ChangedIncident(
            UUID id,
            long expected,
            long version,
            String state,
            @Nullable String organ,
            List<String> organs,
            List<String> places,
            boolean manual,
            String topicGroup,
            String topic,
            @Nullable String location,
            String importance,
            Instant at,
            @Nullable Instant closedAt,
            String snapshot,
            String head) {

        static ChangedIncident of(Addition addition, String head) {
            Incident after = addition.after();
            return new ChangedIncident(
                    after.id(),
                    addition.before().incident().version(),
                    after.version(),
                    after.state().name(),
                    after.organ(),
                    after.organs(),
                    NewIncident.places(after),
                    after.needsManualPublication(),
                    after.classification().topicGroup(),
                    after.classification().topic(),
                    after.classification().location(),
                    after.classification().importance().wire(),
                    addition.at(),
                    after.state().isClosed() ? addition.at() : null,
                    Json.mapper().writeValueAsString(after),
                    head);
        }
    }

    private static boolean sameWords(Incident before, Incident after) {
        return Objects.equals(
                before.classification().location(), after.classification().location());
    }

    private Mono<Void> findAnew(UUID id) {
        return database.sql("""
                        update incident_words set words = search_words(number, location, post_text)
                        from incident where incident.id = incident_id and incident_id = :id""").bind("id", id).then();
    }

    private Mono<Void> tell(List<Incident> changed) {
        return changes.afterCommit(changed.stream().map(IncidentChange::of).toList());
    }

    /** What changed the incident last, if anything did since it was registered. */
    Mono<LastStep> lastStep(Incident incident) {
        return database.sql("select last_step_from from incident where id = :id and last_step_from is not null")
                .bind("id", incident.id())
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .one()
                .flatMap(from -> facts(incident.id()).collectList().map(all -> lastStep(incident, all, from)));
    }

    private static LastStep lastStep(Incident incident, List<StoredFact> stored, long from) {
        List<Fact> all = stored.stream().map(StoredFact::fact).toList();
        StoredFact last = stored.getLast();
        int first = Math.toIntExact(from);
        return new LastStep(
                last.actor(),
                last.at(),
                incident.replayed(all.subList(0, first)),
                all.subList(first, all.size()),
                FactWords.stepTitle(all.subList(first, all.size())));
    }

    /** The same, where that person did it no earlier than {@code since}: one look at an index for everybody else. */
    Mono<LastStep> lastStep(Incident incident, String person, Instant since) {
        return database.sql("""
                        select 1 from incident_event where incident_id = :id and version = :version and at >= :since
                           and actor ->> 'id' = :person""")
                .bind("id", incident.id())
                .bind("version", incident.version())
                .bind("since", since)
                .bind("person", person)
                .map(row -> true)
                .one()
                .flatMap(mine -> lastStep(incident));
    }

    /** The facts of an incident, first to last. */
    Flux<StoredFact> facts(UUID incident) {
        return facts.of(incident);
    }

    /** Somebody changed the incident between reading and writing. Locks make that impossible; this is the net below them. */
    static final class StaleIncident extends RuntimeException {
        StaleIncident() {
            super("the incident was changed in between");
        }
    }
}
