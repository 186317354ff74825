package otklik.routing.promise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.promise.core.Promise;
import otklik.routing.promise.core.PromiseRules;
import otklik.routing.promise.core.PromiseRules.Answer;
import otklik.web.IfMatch;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** What was promised, what of it is due, and what became of it. */
@RestController
@RequestMapping("/api/routing/v1")
class PromiseApi {

    private static final int LONGEST_LIST = 500;

    private final Promises promises;
    private final Directory directory;

    PromiseApi(Promises promises, Directory directory) {
        this.promises = promises;
        this.directory = directory;
    }

    /** @param more whether there are more than were asked for */
    record Items(List<Item> items, boolean more) {}

    record Named(String id, @Nullable String name) {}

    /**
     * A promise.
     *
     * @param due whether its day is over and nobody has said what became of it
     * @param mine whether the caller answers for it
     * @param answers all that was said about it, first to last
     */
    record Item(
            UUID id,
            Incident incident,
            String jurisdiction,
            @Nullable Named organ,
            String words,
            String sentence,
            LocalDate saidOn,
            LocalDate dueOn,
            String status,
            boolean due,
            boolean mine,
            long version,
            @Nullable String note,
            @Nullable String link,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            List<Promise.Answered> answers) {}

    record Incident(UUID id, String number) {}

    /** What is said about a promise; which of it is needed depends on what is said. */
    record Said(
            @Nullable String note,
            @Nullable String link,
            @Nullable LocalDate dueOn) {

        String words() {
            return Objects.requireNonNullElse(note, "").strip();
        }

        @Nullable
        String address() {
            return link == null || link.isBlank() ? null : link.strip();
        }
    }

    /**
     * @param due {@code now}: those whose day is over; {@code today}: also those whose day it is; {@code open}; {@code all}; or a day, to see
     *     what is due by its end
     */
    @GetMapping("/promises")
    Mono<Items> promises(
            @RequestParam String jurisdiction,
            @RequestParam(required = false) @Nullable String organ,
            @RequestParam(defaultValue = "open") String due,
            @RequestParam(defaultValue = "200") int limit,
            Caller caller) {
        if (limit < 1 || limit > LONGEST_LIST) {
            throw Problem.badRequest("bad-limit", "Негодный размер списка", "limit — от 1 до " + LONGEST_LIST + ".");
        }
        Regulation regulation = Regulations.installed()
                .find(jurisdiction)
                .orElseThrow(() -> Problem.unprocessable(
                        "unknown-jurisdiction",
                        "Нет такой территории",
                        "jurisdiction — одно из: "
                                + String.join(", ", Regulations.installed().ids()) + "."));
        return promises.of(jurisdiction, organ, dueBy(due, regulation), due.equals("all"), limit + 1, caller)
                .map(found -> new Items(
                        found.stream()
                                .limit(limit)
                                .map(each -> item(each, caller))
                                .toList(),
                        found.size() > limit));
    }

    private @Nullable Instant dueBy(String due, Regulation regulation) {
        try {
            return switch (due) {
                case "open", "all" -> null;
                case "now" -> promises.now();
                case "today" ->
                    PromiseRules.endOf(promises.now().atZone(regulation.zone()).toLocalDate(), regulation.zone());
                default -> PromiseRules.endOf(LocalDate.parse(due), regulation.zone());
            };
        } catch (DateTimeException e) {
            throw Problem.badRequest("bad-due", "Негодный due", "due — now, today, open, all или день ГГГГ-ММ-ДД.");
        }
    }

    @GetMapping("/incidents/{id}/promises")
    Mono<Items> ofIncident(@PathVariable UUID id, Caller caller) {
        return promises.of(id, caller)
                .map(found ->
                        new Items(found.stream().map(each -> item(each, caller)).toList(), false));
    }

    @PostMapping("/promises/{id}:keep")
    Mono<ResponseEntity<Item>> keep(
            @PathVariable UUID id,
            @RequestBody Said said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(id, new Answer.Keep(said.words(), said.address()), ifMatch, caller);
    }

    @PostMapping("/promises/{id}:move")
    Mono<ResponseEntity<Item>> move(
            @PathVariable UUID id,
            @RequestBody Said said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(id, new Answer.Move(said.dueOn(), said.words()), ifMatch, caller);
    }

    @PostMapping("/promises/{id}:withdraw")
    Mono<ResponseEntity<Item>> withdraw(
            @PathVariable UUID id,
            @RequestBody Said said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(id, new Answer.Withdraw(said.words()), ifMatch, caller);
    }

    /** Takes back what the caller said last, within the time in which any step can be (30 s). */
    @PostMapping("/promises/{id}:undo")
    Mono<ResponseEntity<Item>> undo(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(id, new Answer.Undo(), ifMatch, caller);
    }

    private Mono<ResponseEntity<Item>> answer(UUID id, Answer answer, @Nullable String ifMatch, Caller caller) {
        return promises.answer(id, answer, IfMatch.version(ifMatch), caller)
                .map(saved ->
                        ResponseEntity.ok().eTag(Long.toString(saved.version())).body(item(saved, caller)));
    }

    private Item item(Promise promise, Caller caller) {
        String organ = promise.organ();
        return new Item(
                promise.id(),
                new Incident(promise.incidentId(), promise.number()),
                promise.jurisdiction(),
                organ == null ? null : new Named(organ, directory.name(organ)),
                promise.words(),
                promise.sentence(),
                promise.saidOn(),
                promise.dueOn(),
                promise.status().name(),
                promise.isDue(promises.now()),
                PromiseRules.rightToAnswer(promise, caller).isPresent(),
                promise.version(),
                promise.note(),
                promise.link(),
                promise.changedBy(),
                promise.changedAt(),
                promise.answers());
    }
}
