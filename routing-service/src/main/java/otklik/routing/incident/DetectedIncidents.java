package otklik.routing.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import otklik.contracts.Topics;
import otklik.contracts.incident.IncidentDetected;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.messaging.UnreadableRecord;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.assignment.Assignments;
import otklik.routing.incident.core.AuthorComment;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Registration;
import reactor.core.publisher.Mono;

/** Registers what the classifier found, once for each incident id, unless it answers a question of ours. */
final class DetectedIncidents implements EventConsumer {

    private final IncidentStore store;
    private final AuthorAnswers answers;
    private final Assignments assignments;
    private final InstantSource time;

    DetectedIncidents(IncidentStore store, AuthorAnswers answers, Assignments assignments, InstantSource time) {
        this.store = store;
        this.answers = answers;
        this.assignments = assignments;
        this.time = time;
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
        return onAll(List.of(envelope));
    }

    @Override
    public Mono<Void> onAll(List<Envelope> envelopes) {
        Map<UUID, Found> found = new LinkedHashMap<>();
        for (Envelope envelope : envelopes) {
            if (envelope.event() instanceof IncidentDetected detected) {
                found.putIfAbsent(detected.incidentId(), Found.of(envelope, detected));
            }
        }
        return store.known(List.copyOf(found.keySet())).flatMap(known -> {
            List<Found> fresh = found.values().stream()
                    .filter(one -> !known.contains(one.detected().incidentId()))
                    .toList();
            return fresh.isEmpty() ? Mono.empty() : take(fresh);
        });
    }

    private Mono<Void> take(List<Found> fresh) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        List<AuthorAnswers.Written> written = fresh.stream()
                .map(one -> new AuthorAnswers.Written(AuthorComment.of(one.detected()), one.cause()))
                .toList();
        return answers.take(written, now).flatMap(taken -> {
            List<Found> rest = fresh.stream()
                    .filter(one -> !taken.contains(one.detected().incidentId()))
                    .toList();
            return rest.isEmpty() ? Mono.empty() : register(rest, now);
        });
    }

    private Mono<Void> register(List<Found> fresh, Instant now) {
        return store.nextNumbers(fresh.size()).flatMap(numbers -> {
            List<NewIncident> incidents = IntStream.range(0, fresh.size())
                    .mapToObj(i -> incident(fresh.get(i), numbers.get(i)))
                    .toList();
            return store.register(incidents, now);
        });
    }

    private NewIncident incident(Found found, long count) {
        String number = found.number(count);
        return new NewIncident(
                found.detected(), Registration.blank(found.detected(), number), facts(found, number), found.cause());
    }

    private List<Fact> facts(Found found, String number) {
        IncidentDetected detected = found.detected();
        return Registration.facts(
                detected,
                number,
                Registration.isPassedOnByAPerson(found.regulation())
                        ? Optional.empty()
                        : assignments.automatic(
                                detected.jurisdiction(),
                                detected.incidentId(),
                                detected.classification(),
                                detected.text()));
    }

    /** What was found, under the regulation that binds it. */
    private record Found(IncidentDetected detected, Regulation regulation, String cause) {

        static Found of(Envelope envelope, IncidentDetected detected) {
            Regulation regulation = Regulations.installed()
                    .find(detected.jurisdiction(), detected.detectedAt())
                    .orElseThrow(() -> new UnreadableRecord("unknown jurisdiction '" + detected.jurisdiction()
                            + "'; known: " + Regulations.installed().ids()));
            return new Found(detected, regulation, envelope.id().toString());
        }

        /** For people: AK-2026-000123. The year is that of the jurisdiction's own calendar. */
        String number(long count) {
            return "%s-%d-%06d"
                    .formatted(
                            regulation.profile().prefixes().getFirst(),
                            detected.detectedAt().atZone(regulation.zone()).getYear(),
                            count);
        }
    }
}
