package otklik.routing.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentDetected;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.messaging.UnreadableRecord;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.assignment.Assignments;
import otklik.routing.assignment.core.Suggestion;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Registration;
import reactor.core.publisher.Mono;

/** Registers what the classifier found, once for each incident id. */
final class DetectedIncidents implements EventConsumer {

    private final IncidentStore store;
    private final Assignments assignments;
    private final Directory directory;
    private final InstantSource time;
    private final double automaticFrom;

    DetectedIncidents(
            IncidentStore store,
            Assignments assignments,
            Directory directory,
            InstantSource time,
            double automaticFrom) {
        this.store = store;
        this.assignments = assignments;
        this.directory = directory;
        this.time = time;
        this.automaticFrom = automaticFrom;
    }

    @Override
    public String group() {
        return "routing.detected";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_DETECTED);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        if (!(envelope.event() instanceof IncidentDetected detected)) {
            return Mono.empty();
        }
        Regulation regulation = Regulations.shipped()
                .find(detected.jurisdiction())
                .orElseThrow(() -> new UnreadableRecord("unknown jurisdiction '" + detected.jurisdiction()
                        + "'; known: " + Regulations.shipped().ids()));
        return store.exists(detected.incidentId())
                .flatMap(known -> known ? Mono.empty() : register(envelope, detected, regulation));
    }

    private Mono<Void> register(Envelope envelope, IncidentDetected detected, Regulation regulation) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        return store.nextNumber()
                .map(count -> number(regulation, detected.detectedAt(), count))
                .flatMap(number -> {
                    Incident blank = Registration.blank(detected, number);
                    return store.insert(detected, blank, now)
                            .then(store.append(
                                    blank,
                                    facts(detected, number),
                                    Actor.SYSTEM,
                                    now,
                                    envelope.id().toString()));
                })
                .then();
    }

    private List<Fact> facts(IncidentDetected detected, String number) {
        Optional<Suggestion> suggestion = assignments.suggest(detected.jurisdiction(), detected.classification());
        return Registration.facts(
                detected,
                number,
                suggestion,
                suggestion.flatMap(found -> directory.find(detected.jurisdiction(), found.organ())),
                automaticFrom);
    }

    /** For people: AK-2026-000123. The year is that of the jurisdiction's own calendar. */
    private static String number(Regulation regulation, Instant detectedAt, long count) {
        return "%s-%d-%06d"
                .formatted(
                        regulation.profile().prefixes().getFirst(),
                        detectedAt.atZone(regulation.zone()).getYear(),
                        count);
    }
}
