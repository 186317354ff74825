package otklik.routing.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import otklik.contracts.incident.IncidentDetected;
import otklik.regulation.InterimRule;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Place;

/**
 * An incident to be registered.
 *
 * @param blank it without facts
 * @param facts with which it begins
 * @param cause id of the event behind it
 */
record NewIncident(IncidentDetected detected, Incident blank, List<Fact> facts, String cause) {

    Incident incident() {
        return blank.after(facts);
    }

    /** Sorts after everything that is due. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The places it has in queues, as they are kept. */
    static List<String> places(Incident incident) {
        return Place.of(incident, Regulations.installed().get(incident.jurisdiction(), incident.detectedAt())).stream()
                .map(Place::key)
                .toList();
    }

    /** When its author is to get an interim reply by itself; null where that is not due, or no use any more: what is taken in late (VP-10). */
    private @Nullable Instant interimDueAt(Instant now) {
        Regulation regulation = Regulations.installed().get(detected.jurisdiction(), detected.detectedAt());
        InterimRule rule = regulation.profile().interim();
        return rule == null
                ? null
                : rule.dueAt(detected.detectedAt(), detected.postedAt(), regulation.office())
                        .filter(due -> now.isBefore(rule.uselessFrom(due, regulation.office())))
                        .orElse(null);
    }

    /** It as a row, for the statement that names these columns. */
    record Row(
            UUID id,
            String jurisdiction,
            String number,
            long version,
            String state,
            @Nullable String organ,
            List<String> organs,
            List<String> places,
            Instant sortAt,
            String channel,
            String kind,
            @Nullable String url,
            String topicGroup,
            String topic,
            @Nullable String location,
            String importance,
            Instant detectedAt,
            Instant changedAt,
            String text,
            @Nullable String author,
            @Nullable Instant postedAt,
            @Nullable Instant interimDueAt,
            String snapshot,
            String head) {}

    /** @param head hash of its last fact */
    Row row(Instant now, String head) {
        Incident incident = incident();
        return new Row(
                incident.id(),
                incident.jurisdiction(),
                incident.number(),
                incident.version(),
                incident.state().name(),
                incident.organ(),
                incident.organs(),
                places(incident),
                incident.state().isClosed() ? now : NEVER,
                incident.channel().wire(),
                detected.kind().wire(),
                detected.url(),
                incident.classification().topicGroup(),
                incident.classification().topic(),
                incident.classification().location(),
                incident.classification().importance().wire(),
                detected.detectedAt(),
                now,
                detected.text(),
                detected.author() == null ? null : Json.mapper().writeValueAsString(detected.author()),
                detected.postedAt(),
                interimDueAt(now),
                Json.mapper().writeValueAsString(incident),
                head);
    }
}
