package otklik.routing.incident;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulations;
import reactor.core.publisher.Mono;

/** The history of an incident, whether it is intact, and what may be done next. */
@RestController
@RequestMapping("/api/routing/v1/incidents/{id}")
class IncidentTrailApi {

    private final IncidentTrail trail;
    private final Timeline timeline;
    private final Evidence evidence;

    IncidentTrailApi(IncidentTrail trail, Timeline timeline, Evidence evidence) {
        this.trail = trail;
        this.timeline = timeline;
        this.evidence = evidence;
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
        return trail.visible(id, caller)
                .flatMap(incident -> trail.facts(id)
                        .flatMap(facts -> timeline.of(
                                id,
                                facts,
                                Regulations.installed().get(incident.jurisdiction(), incident.detectedAt()),
                                fact -> Visibility.seesWords(caller, incident, fact))))
                .map(Items::new);
    }

    /** For those who have to answer for the incident outside. */
    @GetMapping(path = "/evidence.zip", produces = "application/zip")
    Mono<ResponseEntity<byte[]>> evidence(@PathVariable UUID id, Caller caller) {
        return evidence.give(id, caller)
                .map(pack -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + pack.name() + "\"")
                        .body(pack.zip()));
    }

    @GetMapping("/integrity")
    Mono<Integrity> integrity(@PathVariable UUID id, Caller caller) {
        return trail.visible(id, caller).then(evidence.integrity(id));
    }
}
