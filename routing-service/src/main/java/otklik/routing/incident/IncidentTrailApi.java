package otklik.routing.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Step;
import reactor.core.publisher.Mono;

/** The history of an incident, whether it is intact, and what may be done next. */
@RestController
@RequestMapping("/api/routing/v1/incidents/{id}")
class IncidentTrailApi {

    private final IncidentTrail trail;
    private final DeadlineStore deadlines;
    private final TimeLost lost;

    IncidentTrailApi(IncidentTrail trail, DeadlineStore deadlines, TimeLost lost) {
        this.trail = trail;
        this.deadlines = deadlines;
        this.lost = lost;
    }

    /** A list, so that more can stand beside it one day. */
    record Items<T>(List<T> items) {}

    /** What the caller may do with the incident as it stands at that version. */
    record Offers(long version, List<PossibleCommand> items) {}

    @GetMapping("/commands")
    Mono<Offers> commands(@PathVariable UUID id, Caller caller) {
        return trail.possible(id, caller);
    }

    @GetMapping("/timeline")
    Mono<Items<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
        return trail.visible(id, caller).flatMap(incident -> {
            Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
            return Mono.zip(trail.facts(id, caller), besidesFacts(id, regulation))
                    .map(both ->
                            merge(both.getT1().stream().map(fact -> TimelineEntry.of(fact, regulation)), both.getT2()));
        });
    }

    /** What happened to deadlines, and what time was lost. */
    private Mono<List<TimelineEntry>> besidesFacts(UUID id, Regulation regulation) {
        return deadlines
                .timeline(id, regulation)
                .concatWith(lost.timeline(id, Step.RETURN.clause(regulation)))
                .collectList();
    }

    private static Items<TimelineEntry> merge(Stream<TimelineEntry> facts, List<TimelineEntry> deadlines) {
        List<TimelineEntry> told = facts.toList();
        Instant registered = told.isEmpty() ? Instant.MIN : told.getFirst().at();
        // Terms run from the detection, a moment before there is an incident to tell of.
        Comparator<TimelineEntry> byTime =
                Comparator.comparing(entry -> entry.at().isBefore(registered) ? registered : entry.at());
        return new Items<>(
                Stream.concat(told.stream(), deadlines.stream()).sorted(byTime).toList());
    }

    /** For those who have to answer for the incident outside. */
    @GetMapping(path = "/evidence.zip", produces = "application/zip")
    Mono<ResponseEntity<byte[]>> evidence(@PathVariable UUID id, Caller caller) {
        return trail.accountable(id, caller).flatMap(incident -> {
            Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
            return Mono.zip(trail.facts(id, caller), besidesFacts(id, regulation), trail.post(id))
                    .map(all -> {
                        Items<TimelineEntry> timeline = merge(
                                all.getT1().stream().map(fact -> TimelineEntry.of(fact, regulation)), all.getT2());
                        byte[] zip = new EvidencePack(incident, regulation, all.getT1(), timeline.items(), all.getT3())
                                .zip();
                        return ResponseEntity.ok()
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "attachment; filename=\"" + incident.number() + ".zip\"")
                                .body(zip);
                    });
        });
    }

    @GetMapping("/integrity")
    Mono<Integrity> integrity(@PathVariable UUID id, Caller caller) {
        return trail.integrity(id, caller);
    }
}
