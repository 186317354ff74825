package otklik.publisher.notification;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Importance;
import otklik.contracts.Topics;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.ClassificationCorrected;
import otklik.contracts.incident.IncidentFact.IncidentRegistered;
import otklik.contracts.incident.IncidentFact.IncidentRouted;
import otklik.contracts.incident.IncidentFact.StepUndone;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/** Orders letters when an incident comes to an organ (AK-6) or its routing is taken back, and remembers what they are to say. */
final class AssignmentConsumer implements EventConsumer {

    private final DatabaseClient database;
    private final LetterStore letters;
    private final LetterSettings settings;
    private final LetterMetrics metrics;
    private final InstantSource time;

    AssignmentConsumer(
            DatabaseClient database,
            LetterStore letters,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        this.database = database;
        this.letters = letters;
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
        return envelope.event() instanceof IncidentEvent incident ? on(incident, incident.fact()) : Mono.empty();
    }

    private Mono<Void> on(IncidentEvent incident, IncidentFact fact) {
        if (fact instanceof IncidentRegistered registered) {
            return register(incident, registered);
        }
        if (fact instanceof ClassificationCorrected corrected) {
            return correct(incident, corrected);
        }
        if (fact instanceof StepUndone undone) {
            return restore(incident, undone)
                    .then(letters.withdraw(incident, undone.backTo(), time.instant()))
                    .doOnNext(metrics::ordered)
                    .then();
        }
        return fact instanceof IncidentRouted routed ? route(incident, routed) : Mono.empty();
    }

    private Mono<Void> register(IncidentEvent incident, IncidentRegistered registered) {
        Classification classification = registered.classification();
        return database.sql("""
                        insert into incident (incident_id, jurisdiction, number, topic_group, topic, location, importance, version)
                        values (:id, :jurisdiction, :number, :group, :topic, :location, :importance, :version)
                        on conflict do nothing""")
                .bind("id", incident.incidentId())
                .bind("jurisdiction", incident.jurisdiction())
                .bind("number", registered.number())
                .bind("group", classification.topicGroup())
                .bind("topic", classification.topic())
                .bind("location", text(classification.location()))
                .bind("importance", wire(classification.importance()))
                .bind("version", incident.version())
                .then();
    }

    private Mono<Void> correct(IncidentEvent incident, ClassificationCorrected corrected) {
        return classify(
                incident, corrected.topicGroup(), corrected.topic(), corrected.location(), corrected.importance());
    }

    private Mono<Void> restore(IncidentEvent incident, StepUndone undone) {
        Classification again = undone.classification();
        return classify(incident, again.topicGroup(), again.topic(), again.location(), again.importance());
    }

    private Mono<Void> classify(
            IncidentEvent incident, String group, String topic, @Nullable String location, Importance importance) {
        return database.sql("""
                        update incident set topic_group = :group, topic = :topic, location = :location, importance = :importance,
                               version = :version where incident_id = :id and version < :version""")
                .bind("id", incident.incidentId())
                .bind("group", group)
                .bind("topic", topic)
                .bind("location", text(location))
                .bind("importance", wire(importance))
                .bind("version", incident.version())
                .then();
    }

    private Mono<Void> route(IncidentEvent incident, IncidentRouted routed) {
        Instant now = time.instant();
        // Old news come when the topic is read from its beginning: nobody is written to about them.
        if (incident.at().plus(settings.giveUpAfter()).isBefore(now)) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into notice (incident_id, version, jurisdiction, organ, organ_name, routed_at)
                        values (:id, :version, :jurisdiction, :organ, :name, :at) on conflict do nothing""")
                .bind("id", incident.incidentId())
                .bind("version", incident.version())
                .bind("jurisdiction", incident.jurisdiction())
                .bind("organ", routed.organ())
                .bind("name", routed.organName())
                .bind("at", incident.at())
                .then()
                .then(letters.orderFor(incident.incidentId(), incident.version(), now))
                .doOnNext(metrics::ordered)
                .then();
    }

    private static String wire(Importance importance) {
        return importance.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
