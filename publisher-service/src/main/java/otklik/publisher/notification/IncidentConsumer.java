package otklik.publisher.notification;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Importance;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.publisher.notification.core.Noticing;
import otklik.regulation.Regulations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers what letters are to say of incidents, and notes what is worth one: new work (AK-6) and what the profile names. */
final class IncidentConsumer implements EventConsumer {

    private final DatabaseClient database;
    private final NoticeStore notices;
    private final Regulations regulations;
    private final LetterSettings settings;
    private final LetterMetrics metrics;
    private final InstantSource time;

    IncidentConsumer(
            DatabaseClient database,
            NoticeStore notices,
            Regulations regulations,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        this.database = database;
        this.notices = notices;
        this.regulations = regulations;
        this.settings = settings;
        this.metrics = metrics;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.notification";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_LIFECYCLE);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof IncidentEvent incident
                ? Mono.zip(isNews(incident), unannounced(incident))
                        .flatMap(known -> learn(incident)
                                .then(worker(incident))
                                .then(
                                        known.getT1()
                                                ? note(incident, known.getT2().orElse(null))
                                                : Mono.empty()))
                : Mono.empty();
    }

    /** A correction that leaves the incident as important as it was is told to nobody. */
    private Mono<Boolean> isNews(IncidentEvent incident) {
        return incident.fact() instanceof IncidentFact.ClassificationCorrected corrected
                ? database.sql("select importance from incident where incident_id = :id")
                        .bind("id", incident.incidentId())
                        .map(row -> !wire(corrected.importance()).equals(row.get(0, String.class)))
                        .one()
                        .defaultIfEmpty(true)
                : Mono.just(true);
    }

    /** How important an incident is that comes back and that nobody has been told of; empty for every other fact. */
    private Mono<Optional<Importance>> unannounced(IncidentEvent incident) {
        return incident.fact() instanceof IncidentFact.IncidentRestored
                ? database.sql("select importance from incident where incident_id = :id and announced_by is null")
                        .bind("id", incident.incidentId())
                        .map(row -> Optional.of(Importance.valueOf(
                                String.valueOf(row.get(0, String.class)).toUpperCase(Locale.ROOT))))
                        .one()
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private Mono<Void> learn(IncidentEvent incident) {
        return switch (incident.fact()) {
            case IncidentFact.IncidentRegistered registered -> register(incident, registered);
            case IncidentFact.ClassificationCorrected corrected -> correct(incident, corrected);
            case IncidentFact.IncidentRouted routed -> organ(incident, routed.organ());
            case IncidentFact.IncidentReopened reopened -> organ(incident, reopened.organ());
            case IncidentFact.IncidentReturned ignored -> organ(incident, null);
            case IncidentFact.ReturnedToCurator ignored -> organ(incident, null);
            case IncidentFact.OrgansEngaged ignored -> organ(incident, null);
            case IncidentFact.IncidentScreenedOut ignored -> organ(incident, null);
            case IncidentFact.NoReactionDecided ignored -> organ(incident, null);
            case IncidentFact.IncidentRestored ignored -> announced(incident);
            case IncidentFact.StepUndone undone -> restore(incident, undone).then(withdraw(incident, undone));
            case IncidentFact other -> Mono.empty();
        };
    }

    private Mono<Void> register(IncidentEvent incident, IncidentFact.IncidentRegistered registered) {
        Classification classification = registered.classification();
        return database.sql("""
                        insert into incident (incident_id, jurisdiction, number, topic_group, topic, location, importance, version, announced_by)
                        values (:id, :jurisdiction, :number, :group, :topic, :location, :importance, :version, :announced_by)
                        on conflict do nothing""")
                .bind("id", incident.incidentId())
                .bind("jurisdiction", incident.jurisdiction())
                .bind("number", registered.number())
                .bind("group", classification.topicGroup())
                .bind("topic", classification.topic())
                .bind("location", text(classification.location()))
                .bind("importance", wire(classification.importance()))
                .bind("version", incident.version())
                .bind(
                        "announced_by",
                        Parameters.in(
                                R2dbcType.BIGINT, classification.screening().passes() ? incident.version() : null))
                .then();
    }

    private Mono<Void> announced(IncidentEvent incident) {
        return database.sql(
                        "update incident set announced_by = :version where incident_id = :id and announced_by is null")
                .bind("id", incident.incidentId())
                .bind("version", incident.version())
                .then();
    }

    private Mono<Void> correct(IncidentEvent incident, IncidentFact.ClassificationCorrected corrected) {
        return classify(
                incident, corrected.topicGroup(), corrected.topic(), corrected.location(), corrected.importance());
    }

    /** The incident is again what it was before the step. */
    private Mono<Void> restore(IncidentEvent incident, IncidentFact.StepUndone undone) {
        Classification again = undone.classification();
        return organ(incident, undone.organ())
                .then(database.sql(
                                "update incident set announced_by = null where incident_id = :id and announced_by > :back_to")
                        .bind("id", incident.incidentId())
                        .bind("back_to", undone.backTo())
                        .then())
                .then(classify(incident, again.topicGroup(), again.topic(), again.location(), again.importance()));
    }

    private Mono<Void> withdraw(IncidentEvent incident, IncidentFact.StepUndone undone) {
        return notices.withdraw(incident, undone.backTo(), time.instant())
                .doOnNext(metrics::withdrawn)
                .then();
    }

    private Mono<Void> classify(
            IncidentEvent incident, String group, String topic, @Nullable String location, Importance importance) {
        return database.sql("""
                        update incident set topic_group = :group, topic = :topic, location = :location, importance = :importance,
                               version = :version where incident_id = :id and version <= :version""")
                .bind("id", incident.incidentId())
                .bind("group", group)
                .bind("topic", topic)
                .bind("location", text(location))
                .bind("importance", wire(importance))
                .bind("version", incident.version())
                .then();
    }

    private Mono<Void> organ(IncidentEvent incident, @Nullable String organ) {
        return database.sql("""
                        update incident set organ = :organ, version = :version where incident_id = :id and version < :version""")
                .bind("id", incident.incidentId())
                .bind("organ", text(organ))
                .bind("version", incident.version())
                .then();
    }

    /** Who worked on it last, so that a letter about a missed term can name the person (AK-18, AK-19). */
    private Mono<Void> worker(IncidentEvent incident) {
        Actor by = incident.by();
        if (!by.role().equals("executor") || by.organ() == null) {
            return Mono.empty();
        }
        return database.sql("update incident set worker = :worker, worker_organ = :organ where incident_id = :id")
                .bind("id", incident.incidentId())
                .bind("worker", by.name() == null ? by.id() : by.name())
                .bind("organ", by.organ())
                .then();
    }

    private Mono<Void> note(IncidentEvent incident, @Nullable Importance unannounced) {
        // Old news come when the topic is read from its beginning: nobody is written to about them.
        Instant tooOld = time.instant().minus(settings.giveUpAfter());
        return Flux.fromIterable(Noticing.of(
                        incident,
                        unannounced,
                        regulations.find(incident.jurisdiction(), incident.at()).orElse(null)))
                .filter(notice -> notice.tellAt().isAfter(tooOld))
                .concatMap(notice ->
                        notices.note(notice, incident.incidentId(), incident.version(), incident.at(), incident))
                .then();
    }

    private static String wire(Importance importance) {
        return importance.name().toLowerCase(Locale.ROOT);
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
