package otklik.routing.surge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.incident.Actor;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.regulation.Workflow.PassUp;
import otklik.routing.platform.Cursor;
import otklik.routing.surge.core.ReportRules;
import otklik.routing.surge.core.Surge;
import otklik.routing.surge.core.SurgeWords;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Surges: what many write about, why that counts as a surge, and what the leadership did with it. */
@RestController
@RequestMapping("/api/routing/v1/surges")
class SurgeApi {

    private static final int LONGEST_PAGE = 200;

    private final Surges surges;

    SurgeApi(Surges surges) {
        this.surges = surges;
    }

    /** @param next cursor of the next page; null at the end */
    record Page(List<Item> items, @Nullable String next) {}

    /** Who took note of it. */
    record Mark(String by, Instant at) {}

    /** Who passed it on to whom, and how. */
    record Passed(
            String by, Instant at, String to, @Nullable String note) {}

    /** @param mine whether the caller is the one to take note of it and pass it on */
    record Report(String to, String clause, boolean mine) {}

    /**
     * A surge.
     *
     * @param location null for messages that name no place
     * @param counted the last count, and what it is held against
     * @param peak most people of any count
     * @param why all that as one Russian sentence
     * @param report to whom the regulation wants it passed on; null where to nobody
     */
    record Item(
            UUID id,
            String jurisdiction,
            String topicGroup,
            @Nullable String location,
            boolean open,
            long version,
            Instant beganAt,
            Instant toldAt,
            @Nullable Instant endedAt,
            Counted counted,
            int peak,
            String clause,
            String why,
            @Nullable Report report,
            @Nullable Mark acknowledged,
            @Nullable Passed passedUp) {}

    /** A surge with the messages about it, the latest first. */
    record Whole(Item surge, List<SurgeStore.Member> incidents) {}

    /** @param note how it was passed on */
    record Note(@Nullable String note) {}

    /** @param state {@code open}: those that go on; {@code all} */
    @GetMapping
    Mono<Page> surges(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (!state.equals("open") && !state.equals("all")) {
            throw Problem.badRequest("bad-state", "Негодный state", "state — open или all.");
        }
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.badRequest("bad-limit", "Негодный размер страницы", "limit — от 1 до " + LONGEST_PAGE + ".");
        }
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        return surges.list(jurisdiction, state.equals("open"), after, limit + 1, caller)
                .map(found -> page(found, limit, caller));
    }

    private static Page page(List<Surge> found, int limit, Caller caller) {
        List<Surge> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? new Cursor(shown.getLast().beganAt(), shown.getLast().id()).text()
                : null;
        return new Page(shown.stream().map(surge -> item(surge, caller)).toList(), next);
    }

    @GetMapping("/{id}")
    Mono<Whole> surge(@PathVariable UUID id, Caller caller) {
        return surges.whole(id, caller).map(whole -> new Whole(item(whole.surge(), caller), whole.members()));
    }

    /** Takes note of it (LP-22). Said again, it changes nothing. */
    @PostMapping("/{id}:acknowledge")
    Mono<Item> acknowledge(@PathVariable UUID id, Caller caller) {
        return surges.acknowledge(id, caller).map(surge -> item(surge, caller));
    }

    /** Records that it was passed on (LP-22), and that it was taken note of, if that was not recorded. */
    @PostMapping("/{id}:pass-up")
    Mono<Item> passUp(@PathVariable UUID id, @RequestBody(required = false) @Nullable Note note, Caller caller) {
        String said = note == null ? "" : Objects.requireNonNullElse(note.note(), "");
        return surges.passUp(id, said, caller).map(surge -> item(surge, caller));
    }

    private static Item item(Surge surge, Caller caller) {
        return new Item(
                surge.id(),
                surge.matter().jurisdiction(),
                surge.matter().topicGroup(),
                surge.matter().location(),
                surge.endedAt() == null,
                surge.version(),
                surge.beganAt(),
                surge.toldAt(),
                surge.endedAt(),
                surge.counted(),
                surge.peak(),
                surge.clause(),
                SurgeWords.why(surge),
                report(surge, caller),
                acknowledged(surge),
                passedUp(surge));
    }

    private static @Nullable Report report(Surge surge, Caller caller) {
        PassUp rule = Surges.passUp(surge).orElse(null);
        return rule == null
                ? null
                : new Report(
                        rule.to(),
                        rule.clause(),
                        ReportRules.right(surge, rule, caller).isPresent());
    }

    private static @Nullable Mark acknowledged(Surge surge) {
        Surge.Mark mark = surge.acknowledged();
        return mark == null ? null : new Mark(name(mark.by()), mark.at());
    }

    private static @Nullable Passed passedUp(Surge surge) {
        Surge.PassedUp passed = surge.passedUp();
        return passed == null ? null : new Passed(name(passed.by()), passed.at(), passed.to(), passed.note());
    }

    private static String name(Actor by) {
        return Objects.requireNonNullElse(by.name(), by.id());
    }
}
