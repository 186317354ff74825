package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Incident;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/**
 * Whether the trail of an incident is what was written, and the packs that prove it outside. Each pack that is given is written down by the
 * hash of its manifest: one that was made up elsewhere, wholly and so that it agrees with itself, is none of those.
 */
final class Evidence {

    private final IncidentTrail trail;
    private final Timeline timeline;
    private final DatabaseClient database;
    private final TransactionalOperator oneLook;
    private final InstantSource time;

    /** @param oneLook transactions all of whose statements see the same instant */
    Evidence(
            IncidentTrail trail,
            Timeline timeline,
            DatabaseClient database,
            TransactionalOperator oneLook,
            InstantSource time) {
        this.trail = trail;
        this.timeline = timeline;
        this.database = database;
        this.oneLook = oneLook;
        this.time = time;
    }

    /**
     * All that is kept of an incident, to be held against each other.
     *
     * @param version beside the incident, as the queues have it
     * @param head hash of the last fact, as commands go on from it
     * @param jurisdiction beside the incident, as the queues have it
     * @param post the words of the post
     */
    record Kept(
            Incident incident, String jurisdiction, long version, String head, String post, List<StoredFact> facts) {}

    /**
     * A pack that was given out, by the SHA-256 of its manifest, hexadecimal.
     *
     * @param facts how many it holds
     * @param head hash of the last of them
     */
    record Given(String manifest, int facts, String head, Instant givenAt) {}

    /**
     * A pack, written down as given. It is whole or it is not given: with words left out nobody could verify it.
     *
     * @throws Problem in the Mono: 403 if the caller does not answer for the incident outside or may not read all that is in it
     */
    Mono<EvidencePack> give(UUID id, Caller caller) {
        return trail.visible(id, caller)
                .doOnNext(incident -> requireAccountable(caller, incident))
                .then(kept(id).flatMap(kept -> pack(kept, caller)).as(oneLook::transactional))
                .flatMap(pack -> writeDown(id, pack.given(now()), caller).thenReturn(pack));
    }

    private Mono<EvidencePack> pack(Kept kept, Caller caller) {
        Incident incident = kept.incident();
        if (!kept.facts().stream().allMatch(fact -> Visibility.seesWords(caller, incident, fact.fact()))) {
            return Mono.error(
                    Problem.forbidden(
                            "В пакете есть ответ автора, его видят только те, кто работает над ответом. Попросите пакет у куратора."));
        }
        Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
        return timeline.of(incident.id(), kept.facts(), regulation, fact -> true)
                .map(told -> new EvidencePack(incident, regulation, kept.facts(), told, kept.post()));
    }

    private static void requireAccountable(Caller caller, Incident incident) {
        if (!Visibility.accountsFor(caller, incident.jurisdiction())) {
            throw Problem.forbidden("Пакет доказательств выдаётся куратору и руководству.");
        }
    }

    /** The same pack given again is the same row. */
    private Mono<Void> writeDown(UUID id, Given given, Caller caller) {
        return database.sql("""
                        insert into evidence_given (incident_id, manifest, facts, head, given_at, given_to)
                        values (:id, :manifest, :facts, :head, :at, :to) on conflict do nothing""")
                .bind("id", id)
                .bind("manifest", given.manifest())
                .bind("facts", given.facts())
                .bind("head", given.head())
                .bind("at", given.givenAt())
                .bind("to", caller.id())
                .then();
    }

    /** Holds the facts, the incident, the post and the packs given out against each other. */
    Mono<Integrity> integrity(UUID id) {
        return kept(id).flatMap(kept -> given(id).map(given -> Integrity.of(kept, given)))
                .as(oneLook::transactional);
    }

    private Mono<Kept> kept(UUID id) {
        return trail.facts(id)
                .flatMap(facts -> database.sql(
                                "select cast(snapshot as text) as snapshot, jurisdiction, version, head, post_text from incident where id = :id")
                        .bind("id", id)
                        .map(row -> new Kept(
                                IncidentStore.snapshot(requireNonNull(row.get("snapshot", String.class))),
                                requireNonNull(row.get("jurisdiction", String.class)),
                                requireNonNull(row.get("version", Long.class)),
                                requireNonNull(row.get("head", String.class)),
                                requireNonNull(row.get("post_text", String.class)),
                                facts))
                        .one());
    }

    private Mono<List<Given>> given(UUID id) {
        return database.sql(
                        "select manifest, facts, head, given_at from evidence_given where incident_id = :id order by given_at, manifest")
                .bind("id", id)
                .map(row -> new Given(
                        requireNonNull(row.get("manifest", String.class)),
                        requireNonNull(row.get("facts", Integer.class)),
                        requireNonNull(row.get("head", String.class)),
                        requireNonNull(row.get("given_at", Instant.class))))
                .all()
                .collectList();
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
