package otklik.routing.executor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulations;
import otklik.routing.executor.core.Executor;
import otklik.routing.executor.core.ExecutorChange;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Which organs got other executors when, and whether that was told in time (KH-5). */
@RestController
@RequestMapping("/api/routing/v1/executor-changes")
class ExecutorChangeApi {

    private static final int LONGEST_LIST = 500;

    private final ExecutorStore store;

    ExecutorChangeApi(ExecutorStore store) {
        this.store = store;
    }

    /** @param more whether there are more than were asked for */
    record Items(List<Item> items, boolean more) {}

    record Named(String id, String name) {}

    /**
     * A change.
     *
     * @param organ as it was called then
     * @param changedOn from which day on, in the zone of the jurisdiction
     * @param knownAt when it was entered
     * @param notice null where the regulation does not ask for it to be told
     */
    record Item(
            UUID id,
            String jurisdiction,
            Named organ,
            List<Executor> left,
            List<Executor> came,
            List<Executor> stayed,
            LocalDate changedOn,
            Instant knownAt,
            @Nullable Told notice) {}

    /**
     * That it was told.
     *
     * @param dueAt at the latest when it had to be; null where nothing says so
     * @param inTime null where {@code dueAt} is
     * @param owner role that had to tell it; null where the regulation sets no term
     * @param owedBy names of whoever had it
     */
    record Told(
            String clause,
            Instant toldAt,
            @Nullable Instant dueAt,
            @Nullable Boolean inTime,
            @Nullable String owner,
            List<String> owedBy) {}

    /** The latest first. An organ that is not there, or no more, has what was written down about it, and be it nothing. */
    @GetMapping
    Mono<Items> changes(
            @RequestParam String jurisdiction,
            @RequestParam(required = false) @Nullable String organ,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        if (limit < 1 || limit > LONGEST_LIST) {
            throw Problem.badRequest("bad-limit", "Негодный размер списка", "limit — от 1 до " + LONGEST_LIST + ".");
        }
        if (Regulations.installed().find(jurisdiction).isEmpty()) {
            throw Problem.badRequest(
                    "unknown-jurisdiction",
                    "Нет такой территории",
                    "jurisdiction — одно из: "
                            + String.join(", ", Regulations.installed().ids()) + ".");
        }
        if (!caller.reaches(jurisdiction)) {
            throw Problem.forbidden("Это другая территория.");
        }
        return store.changes(jurisdiction, organ, limit + 1)
                .map(found -> new Items(
                        found.stream().limit(limit).map(ExecutorChangeApi::item).toList(), found.size() > limit));
    }

    private static Item item(ExecutorChange change) {
        return new Item(
                change.id(),
                change.jurisdiction(),
                new Named(change.organ(), change.organName()),
                change.left(),
                change.came(),
                change.stayed(),
                change.changedOn(),
                change.knownAt(),
                told(change));
    }

    private static @Nullable Told told(ExecutorChange change) {
        ExecutorChange.Notice notice = change.notice();
        return notice == null
                ? null
                : new Told(
                        notice.clause(),
                        change.knownAt(),
                        notice.dueAt(),
                        change.isInTime(),
                        notice.owner(),
                        notice.owedBy());
    }
}
