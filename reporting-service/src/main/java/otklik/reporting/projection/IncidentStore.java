package otklik.reporting.projection;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.ClassificationCorrected;
import otklik.contracts.incident.IncidentFact.IncidentRegistered;
import otklik.contracts.incident.IncidentFact.IncidentRouted;
import otklik.contracts.incident.IncidentFact.StepUndone;
import otklik.regulation.Regulations;
import otklik.regulation.time.Clock;
import otklik.reporting.projection.core.FactType;
import reactor.core.publisher.Mono;

/** Incidents in the projection. Every write may be made again and in any order; a newer version is never undone by an older one. */
final class IncidentStore {

    /** Nothing that was told before this fact, though of a later version, took it back. */
    private static final String UNLESS_TAKEN_BACK = """
            where not exists (select from incident_fact later
                               where later.incident_id = :id and later.version > :version and later.back_to < :version)
            on conflict do nothing""";

    private final DatabaseClient database;
    private final Regulations regulations;

    IncidentStore(DatabaseClient database, Regulations regulations) {
        this.database = database;
        this.regulations = regulations;
    }

    Mono<Void> know(IncidentEvent event) {
        return database.sql("""
                        insert into incident_view (incident_id, jurisdiction, version, state) values (:id, :jurisdiction, 0, 'NEW')
                        on conflict do nothing""")
                .bind("id", event.incidentId())
                .bind("jurisdiction", event.jurisdiction())
                .then();
    }

    Mono<Void> register(IncidentEvent event, IncidentRegistered registered) {
        Classification classification = registered.classification();
        return database.sql("""
                        update incident_view set number = :number, channel = :channel, detected_at = :detected where incident_id = :id""")
                .bind("number", registered.number())
                .bind("channel", registered.channel().wire())
                .bind("detected", registered.detectedAt())
                .bind("id", event.incidentId())
                .then()
                .then(classify(
                        event,
                        classification.topicGroup(),
                        classification.topic(),
                        classification.location(),
                        classification.importance().name()));
    }

    Mono<Void> correct(IncidentEvent event, ClassificationCorrected corrected) {
        return classify(
                event,
                corrected.topicGroup(),
                corrected.topic(),
                corrected.location(),
                corrected.importance().name());
    }

    private Mono<Void> classify(
            IncidentEvent event, String group, String topic, @Nullable String location, String importance) {
        return database.sql("""
                        update incident_view set topic_group = :group, topic = :topic, location = :location, importance = :importance,
                               classified_by = :version where incident_id = :id and classified_by < :version""")
                .bind("group", group)
                .bind("topic", topic)
                .bind("location", text(location))
                .bind("importance", importance)
                .bind("version", event.version())
                .bind("id", event.incidentId())
                .then();
    }

    /** Keeps the newest name of the organ. Writes only what is new: everybody would wait for everybody at a row that each writes. */
    Mono<Void> assign(IncidentRouted routed) {
        return database.sql("""
                        insert into organ_name (organ, name) select :organ, :name
                        where not exists (select from organ_name where organ = :organ and name = :name)
                        on conflict (organ) do update set name = excluded.name""")
                .bind("organ", routed.organ())
                .bind("name", routed.organName())
                .then();
    }

    /** Who sent it there; the system by what it has learned names no rule. */
    Mono<Void> sent(IncidentEvent event, IncidentRouted routed) {
        String by = !routed.automatic() ? "curator" : routed.rule() == null ? "learned" : "rule";
        return sent(event, routed.organ(), by);
    }

    Mono<Void> sent(IncidentEvent event, String organ, String by) {
        return database.sql("""
                        insert into routing_fact (incident_id, version, jurisdiction, organ, routed_by, at)
                        select :id, :version, :jurisdiction, :organ, :by, :at
                        """ + UNLESS_TAKEN_BACK)
                .bind("id", event.incidentId())
                .bind("version", event.version())
                .bind("jurisdiction", event.jurisdiction())
                .bind("organ", organ)
                .bind("by", by)
                .bind("at", event.at())
                .then();
    }

    /** Facts that were taken back are not counted any more, those either that come late. */
    Mono<Void> forget(IncidentEvent event, StepUndone undone) {
        return forget("incident_fact", event, undone.backTo())
                .then(forget("routing_fact", event, undone.backTo()))
                .then(classify(
                        event,
                        undone.classification().topicGroup(),
                        undone.classification().topic(),
                        undone.classification().location(),
                        undone.classification().importance().name()));
    }

    private Mono<Void> forget(String table, IncidentEvent event, long backTo) {
        return database.sql(
                        "delete from " + table + " where incident_id = :id and version > :from and version < :version")
                .bind("id", event.incidentId())
                .bind("from", backTo)
                .bind("version", event.version())
                .then();
    }

    Mono<Void> move(IncidentEvent event, FactType type) {
        if (event.fact() instanceof StepUndone undone) {
            return move(event, undone.state(), undone.organ() == null, undone.organ());
        }
        String organ = event.fact() instanceof IncidentFact.IncidentRouted routed ? routed.organ() : null;
        return move(event, type.state(), type.endsHolding(), organ);
    }

    private Mono<Void> move(IncidentEvent event, @Nullable String state, boolean released, @Nullable String organ) {
        return database.sql("""
                        update incident_view set state = coalesce(:state, state), version = :version,
                               organ = case when :released then null else coalesce(:organ, organ) end
                         where incident_id = :id and version < :version""")
                .bind("state", text(state))
                .bind("version", event.version())
                .bind("released", released)
                .bind("organ", text(organ))
                .bind("id", event.incidentId())
                .then();
    }

    /** Keeps the fact itself, with the organ that holds the incident or has just sent it back. */
    Mono<Void> add(IncidentEvent event, FactType type, Instant at) {
        String organ = givenBackBy(event.fact());
        return database.sql("""
                        insert into incident_fact (incident_id, version, jurisdiction, type, organ, at, back_to)
                        select :id, :version, :jurisdiction, :type,
                               coalesce(:organ, (select organ from incident_view where incident_id = :id)), :at, :backTo
                        """ + UNLESS_TAKEN_BACK)
                .bind("id", event.incidentId())
                .bind("version", event.version())
                .bind("jurisdiction", event.jurisdiction())
                .bind("type", type.name())
                .bind("organ", text(organ))
                .bind("at", at)
                .bind(
                        "backTo",
                        Parameters.in(
                                R2dbcType.BIGINT, event.fact() instanceof StepUndone undone ? undone.backTo() : null))
                .then();
    }

    private static @Nullable String givenBackBy(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.IncidentReturned returned -> returned.organ();
            case IncidentFact.ContributionReturned returned -> returned.organ();
            case IncidentFact other -> null;
        };
    }

    /** The first final answer, with the time it took on the wall and on the working clock of the regulation (AK-8). */
    Mono<Void> answer(IncidentEvent event, Instant at) {
        return database.sql("select detected_at from incident_view where incident_id = :id and detected_at is not null")
                .bind("id", event.incidentId())
                .map(row -> row.get(0, Instant.class))
                .one()
                .flatMap(detected -> answer(event, detected, at));
    }

    private Mono<Void> answer(IncidentEvent event, Instant detected, Instant at) {
        Instant answered = at.isBefore(detected) ? detected : at;
        Long working = regulations
                .find(event.jurisdiction())
                .map(regulation -> regulation.time().between(Clock.WORKING, detected, answered))
                .map(Duration::toSeconds)
                .orElse(null);
        return database.sql("""
                        update incident_view set answered_at = :at, answered_by = organ, answered_in_s = :seconds,
                               answered_in_working_s = :working
                         where incident_id = :id and (answered_at is null or answered_at > :at)""")
                .bind("at", at)
                .bind("seconds", Duration.between(detected, answered).toSeconds())
                .bind("working", Parameters.in(R2dbcType.BIGINT, working))
                .bind("id", event.incidentId())
                .then();
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
