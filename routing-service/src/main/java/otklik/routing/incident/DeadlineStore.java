package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.Term;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.KnownTerm;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Deadlines of incidents as the sla-timer tells of them: for the card, the queue and the timeline. */
final class DeadlineStore {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final Directory directory;

    /** @param directory names the organs */
    DeadlineStore(DatabaseClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** An event and its id. */
    record Noted(UUID id, DeadlineEvent event) {}

    /** Takes events, in the transaction of the caller. Those of one incident come in order. */
    Mono<Void> take(List<Noted> events) {
        UUID[] incidents = events.stream()
                .map(noted -> noted.event().incidentId())
                .distinct()
                .sorted()
                .toArray(UUID[]::new);
        return note(events).then(know(events)).then(pointAtNext(incidents));
    }

    private Mono<Void> note(List<Noted> events) {
        return database.sql("""
                        insert into deadline_event (event_id, incident_id, at, fact, stage, title, clause, due_at, concerns, owner)
                        select id, incident, at, cast(fact as json), stage, title, clause, due, concerns, owner
                        from json_to_recordset(cast(:rows as json)) as fresh (id uuid, incident uuid, at timestamptz, fact text,
                             stage text, title text, clause text, due timestamptz, concerns text, owner text)
                        on conflict do nothing""")
                .bind("rows", rows(events.stream().map(Happened::of).toList()))
                .then();
    }

    /** What is known of each deadline after the last of its events. */
    private Mono<Void> know(List<Noted> events) {
        Map<UUID, KnownDeadline> known = new LinkedHashMap<>();
        events.forEach(
                noted -> known.merge(noted.event().deadlineId(), KnownDeadline.of(noted.event()), KnownDeadline::then));
        return database.sql("""
                        insert into incident_deadline (deadline_id, incident_id, stage, title, clause, started_at, due_at, is_duty, status, explanation,
                            concerns, owner)
                        select id, incident, stage, title, clause, started, due, duty, coalesce(status, 'OPEN'), explanation, concerns, owner
                        from json_to_recordset(cast(:rows as json)) as fresh (id uuid, incident uuid, stage text, title text,
                             clause text, started timestamptz, due timestamptz, duty boolean, status text, explanation text,
                             concerns text, owner text)
                        on conflict (deadline_id) do update set due_at = excluded.due_at,
                            status = case when excluded.deadline_id = any(:unchanged) then incident_deadline.status else excluded.status end,
                            explanation = coalesce(excluded.explanation, incident_deadline.explanation),
                            concerns = coalesce(excluded.concerns, incident_deadline.concerns),
                            owner = coalesce(excluded.owner, incident_deadline.owner)""")
                .bind("rows", rows(known.values()))
                .bind(
                        "unchanged",
                        known.values().stream()
                                .filter(deadline -> deadline.status() == null)
                                .map(KnownDeadline::id)
                                .toArray(UUID[]::new))
                .then();
    }

    private static String rows(Collection<?> rows) {
        return Json.mapper().writeValueAsString(rows);
    }

    /** An event as a row of what happened. */
    private record Happened(
            UUID id,
            UUID incident,
            Instant at,
            String fact,
            String stage,
            String title,
            String clause,
            Instant due,
            @Nullable String concerns,
            @Nullable String owner) {

        static Happened of(Noted noted) {
            DeadlineEvent event = noted.event();
            return new Happened(
                    noted.id(),
                    event.incidentId(),
                    event.at(),
                    Json.mapper().writerFor(DeadlineFact.class).writeValueAsString(event.fact()),
                    event.stage(),
                    event.title(),
                    event.clause(),
                    event.dueAt(),
                    event.concerns(),
                    event.owner());
        }
    }

    /** Queues are sorted by the nearest deadline that somebody has to keep. Locks in one order, so that nobody waits for another. */
    private Mono<Void> pointAtNext(UUID[] incidents) {
        return database.sql("""
                        with locked as (select id from incident where id = any(:ids) order by id for no key update),
                        changed as (
                            update incident set next_due_at = nearest.due_at
                            from locked left join lateral (
                                select min(due_at) as due_at from incident_deadline
                                where incident_id = locked.id and status in ('OPEN', 'WARNED', 'BREACHED') and is_duty) nearest on true
                            where incident.id = locked.id and next_due_at is distinct from nearest.due_at
                            returning incident.id, next_due_at)
                        update queue_place set sort_at = coalesce(changed.next_due_at, :never)
                        from changed where incident_id = changed.id and (place like 'open:%' or place like 'mine:%')""")
                .bind("ids", incidents)
                .bind("never", NewIncident.NEVER)
                .then();
    }

    /** Those that run, or were met. */
    Flux<KnownTerm> known(UUID incident) {
        return database.sql("""
                        select stage, started_at, status in ('OPEN', 'WARNED', 'BREACHED') as running from incident_deadline
                        where incident_id = :id and status in ('OPEN', 'WARNED', 'BREACHED', 'MET', 'MET_LATE')""")
                .bind("id", incident)
                .map(row -> new KnownTerm(
                        requireNonNull(row.get("stage", String.class)),
                        requireNonNull(row.get("started_at", Instant.class)),
                        Boolean.TRUE.equals(row.get("running", Boolean.class))))
                .all();
    }

    /** What happened to deadlines, in order, whose each is, and of which organ. */
    Flux<TimelineEntry> timeline(UUID incident, Regulation regulation) {
        return database.sql("""
                        select at, cast(fact as text) as fact, stage, title, clause, due_at, concerns, owner from deadline_event
                        where incident_id = :id order by at""")
                .bind("id", incident)
                .map(row -> entry(
                        requireNonNull(row.get("at", Instant.class)),
                        requireNonNull(row.get("fact", String.class)),
                        owed(row, regulation),
                        requireNonNull(row.get("title", String.class)),
                        requireNonNull(row.get("clause", String.class)),
                        requireNonNull(row.get("due_at", Instant.class))))
                .all();
    }

    /**
     * Who owes what a deadline asks for (AK-18, KH-7, LB-10).
     *
     * @param role null for a stage that is no term of this regulation
     * @param who the role's name
     * @param organ whose work it is about, which need not owe it; null where no organ has it, and in what was told before organs were
     * @param organName the organ's
     */
    private record Owed(
            @Nullable Role role,
            @Nullable String who,
            @Nullable String organ,
            @Nullable String organName) {

        /** For people: the role, and the organ where its people owe it. */
        String words() {
            return role != null && role.isOfAnOrgan() && organName != null
                    ? who + ", " + organName
                    : String.valueOf(who);
        }
    }

    /** As the sla-timer told, or else as the regulation has the stage. */
    private Owed owed(Readable row, Regulation regulation) {
        String told = row.get("owner", String.class);
        Role role = Stream.of(Role.values())
                .filter(each -> wire(each).equals(told))
                .findFirst()
                .or(() -> regulation
                        .findTerm(requireNonNull(row.get("stage", String.class)), Importance.NORMAL)
                        .map(Term::owner))
                .orElse(null);
        String organ = row.get("concerns", String.class);
        return new Owed(
                role, role == null ? null : regulation.profile().roles().get(role), organ, directory.name(organ));
    }

    private static String wire(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static TimelineEntry entry(
            Instant at, String factJson, Owed owed, String what, String clause, Instant dueAt) {
        DeadlineFact fact = Json.mapper().readValue(factJson, DeadlineFact.class);
        Map<String, Object> details = new LinkedHashMap<>(Json.mapper().readValue(factJson, DETAILS));
        details.put("dueAt", dueAt.toString());
        if (owed.role() != null) {
            details.put("owner", wire(owed.role()));
        }
        if (owed.organ() != null) {
            details.put("organ", owed.organ());
            details.put("organName", String.valueOf(owed.organName()));
        }
        String title = words(fact) + ": " + what
                + (owed.role() != null && isMissed(fact) ? " (отвечает: " + owed.words() + ")" : "");
        return new TimelineEntry(null, at, fact.getClass().getSimpleName(), title, Actor.SYSTEM, clause, details);
    }

    private static boolean isMissed(DeadlineFact fact) {
        return fact instanceof DeadlineFact.DeadlineBreached
                || (fact instanceof DeadlineFact.DeadlineMet met && met.late());
    }

    private static String words(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineSet ignored -> "Пошёл срок";
            case DeadlineFact.DeadlineMet met -> met.late() ? "Сделано с опозданием" : "Сделано в срок";
            case DeadlineFact.DeadlineMoved ignored -> "Срок перенесён";
            case DeadlineFact.DeadlineCancelled ignored -> "Срок снят";
            case DeadlineFact.DeadlineLapsed ignored -> "Время вышло";
            case DeadlineFact.DeadlineWarned warned -> "Прошло " + warned.percent() + " % срока";
            case DeadlineFact.DeadlineBreached ignored -> "Срок пропущен";
            case DeadlineFact.DeadlineEscalated escalated -> "Сообщено выше (" + escalated.level() + ")";
            case DeadlineFact.DeadlineReopened ignored -> "Срок снова идёт: шаг отменён";
        };
    }
}
