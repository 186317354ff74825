package otklik.routing.reading;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.incident.IncidentChanges;
import otklik.routing.incident.core.State;
import otklik.routing.incident.core.TextSafety;
import otklik.routing.platform.Cursor;
import otklik.routing.presence.Presence;
import otklik.routing.surge.Surges;
import otklik.routing.team.Comments;
import otklik.web.LiveStreams;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Queues, cards and changes as they happen. */
@RestController
@RequestMapping("/api/routing/v1")
class IncidentReadingApi {

    private static final int LONGEST_PAGE = 200;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final IncidentReader reader;
    private final IncidentChanges changes;
    private final Comments comments;
    private final Presence presence;
    private final Surges surges;
    private final LiveStreams streams;

    IncidentReadingApi(
            IncidentReader reader,
            IncidentChanges changes,
            Comments comments,
            Presence presence,
            Surges surges,
            LiveStreams streams) {
        this.reader = reader;
        this.changes = changes;
        this.comments = comments;
        this.presence = presence;
        this.surges = surges;
        this.streams = streams;
    }

    /** Who the caller is, as the token says, and the jurisdictions that those grants reach. */
    record Me(String id, String name, List<Grant> grants, List<Jurisdiction> jurisdictions) {}

    /** @param zone in which its people read the time, e.g. {@code Asia/Barnaul} */
    record Jurisdiction(String id, String name, String zone) {

        static Jurisdiction of(Regulation regulation) {
            return new Jurisdiction(
                    regulation.id(),
                    regulation.profile().name(),
                    regulation.zone().getId());
        }
    }

    @GetMapping("/me")
    Mono<Me> me(Caller caller) {
        List<Jurisdiction> reached = Regulations.installed().ids().stream()
                .filter(caller::reaches)
                .map(Regulations.installed()::get)
                .map(Jurisdiction::of)
                .toList();
        return Mono.just(new Me(caller.id(), caller.name(), caller.grants(), reached));
    }

    @GetMapping("/incidents")
    Mono<IncidentReader.Page> incidents(
            @RequestParam(defaultValue = "open") String queue,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String organ,
            @RequestParam(required = false) @Nullable String topicGroup,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.badRequest("bad-limit", "Негодный размер страницы", "limit — от 1 до " + LONGEST_PAGE + ".");
        }
        return reader.page(new QueueRequest(
                caller,
                Queue.of(queue),
                knownJurisdiction(jurisdiction),
                knownState(state),
                organ,
                topicGroup,
                location,
                q == null ? null : TextSafety.withoutHidden(q),
                limit,
                cursor == null ? null : Cursor.parse(cursor)));
    }

    /** A misspelt name is not an empty list. */
    private static @Nullable String knownState(@Nullable String state) {
        if (state != null
                && Arrays.stream(State.values()).noneMatch(each -> each.name().equals(state))) {
            throw Problem.badRequest(
                    "unknown-state",
                    "Такого состояния нет",
                    "Есть состояния: " + Arrays.toString(State.values()) + ".");
        }
        return state;
    }

    private static @Nullable String knownJurisdiction(@Nullable String id) {
        if (id != null && Regulations.installed().find(id).isEmpty()) {
            throw Problem.badRequest(
                    "unknown-jurisdiction",
                    "Такой территории нет",
                    "Есть территории: "
                            + String.join(", ", Regulations.installed().ids()) + ".");
        }
        return id;
    }

    @GetMapping("/incidents/{id}")
    Mono<ResponseEntity<Card>> incident(@PathVariable UUID id, Caller caller) {
        return reader.card(id, caller)
                .map(card -> ResponseEntity.ok()
                        .eTag(Long.toString(card.summary().version()))
                        .body(card));
    }

    /** Changes of incidents and surges, comments of the team, and who comes to look at an incident or leaves. */
    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> changes(Caller caller) {
        return streams.of(
                Flux.merge(
                        changes.changes()
                                .filter(change -> caller.reaches(change.jurisdiction()))
                                .map(change -> event("incident", change)),
                        comments.changes(caller).map(change -> event("comment", change)),
                        presence.changes(caller).map(present -> event("presence", present)),
                        surges.changes(caller).map(change -> event("surge", change))),
                HEARTBEAT);
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }
}
