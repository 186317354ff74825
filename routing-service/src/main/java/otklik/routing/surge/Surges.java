package otklik.routing.surge;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow.PassUp;
import otklik.routing.incident.Visibility;
import otklik.routing.platform.Cursor;
import otklik.routing.platform.Notifications;
import otklik.routing.surge.core.ReportRules;
import otklik.routing.surge.core.ReportRules.Outcome;
import otklik.routing.surge.core.Surge;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Shows surges to those who watch over the whole jurisdiction, and records that they were taken note of and passed on (LP-22). */
public final class Surges {

    private static final int MOST_MEMBERS = 200;

    private final SurgeStore store;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Sinks.Many<Change> sink = Sinks.many().multicast().directBestEffort();

    Surges(SurgeStore store, Notifications notifications, TransactionalOperator transaction, InstantSource time) {
        this.store = store;
        this.transaction = transaction;
        this.time = time;
        notifications.on(
                SurgeStore.CHANNEL, json -> sink.tryEmitNext(Json.mapper().readValue(json, Change.class)));
    }

    /** That something changed about a surge; who wants to know what, asks. */
    public record Change(UUID id, String jurisdiction, boolean open) {

        static Change of(Surge surge) {
            return new Change(surge.id(), surge.matter().jurisdiction(), surge.endedAt() == null);
        }
    }

    /** Changes as they come, of surges that the caller may see. One missed is seen at the next look. */
    public Flux<Change> changes(Caller caller) {
        return sink.asFlux().filter(change -> Visibility.seesAll(caller, change.jurisdiction()));
    }

    /** A surge with its messages, the latest {@value #MOST_MEMBERS}. */
    record Whole(Surge surge, List<SurgeStore.Member> members) {}

    /** @param jurisdiction null: every one that the caller watches over */
    Mono<List<Surge>> list(
            @Nullable String jurisdiction, boolean onlyGoingOn, @Nullable Cursor after, int limit, Caller caller) {
        if (jurisdiction != null && !Visibility.seesAll(caller, jurisdiction)) {
            return Mono.error(notForYou());
        }
        List<String> seen = Regulations.installed().ids().stream()
                .filter(id -> jurisdiction == null ? Visibility.seesAll(caller, id) : id.equals(jurisdiction))
                .toList();
        return store.list(seen, onlyGoingOn, after, limit);
    }

    Mono<Whole> whole(UUID id, Caller caller) {
        return visible(store.find(id), id, caller)
                .flatMap(surge ->
                        store.members(surge, until(surge), MOST_MEMBERS).map(members -> new Whole(surge, members)));
    }

    private Instant until(Surge surge) {
        Instant ended = surge.endedAt();
        return ended == null ? time.instant() : ended;
    }

    Mono<Surge> acknowledge(UUID id, Caller caller) {
        return report(
                id,
                caller,
                surge -> ReportRules.acknowledge(surge, passUp(surge).orElse(null), caller));
    }

    Mono<Surge> passUp(UUID id, String note, Caller caller) {
        return report(
                id, caller, surge -> ReportRules.passUp(surge, passUp(surge).orElse(null), note, caller));
    }

    /** Who passes such a surge on to whom, where its regulation wants that. */
    static Optional<PassUp> passUp(Surge surge) {
        return Regulations.installed()
                .find(surge.matter().jurisdiction(), surge.beganAt())
                .map(Regulation::workflow)
                .flatMap(workflow -> Optional.ofNullable(workflow.passUp()));
    }

    private Mono<Surge> report(UUID id, Caller caller, Function<Surge, Outcome> rule) {
        return visible(store.lock(id), id, caller)
                .flatMap(surge -> switch (rule.apply(surge)) {
                    case Outcome.Refused no ->
                        Mono.<Surge>error(new Problem(no.status(), no.code(), "Не записано", no.detail(), no.clause()));
                    case Outcome.Taken taken -> record(surge, taken);
                })
                .as(transaction::transactional);
    }

    private Mono<Surge> record(Surge before, Outcome.Taken taken) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Surge surge = before;
        List<SurgeEvent> events = new ArrayList<>();
        for (SurgeFact fact : taken.facts()) {
            surge = surge.after(fact, taken.by(), now);
            events.add(surge.event(fact, taken.by(), now));
        }
        return events.isEmpty() ? Mono.just(surge) : store.save(surge, events).thenReturn(surge);
    }

    private static Mono<Surge> visible(Mono<Surge> found, UUID id, Caller caller) {
        return found.switchIfEmpty(Mono.error(() -> Problem.notFound("Всплеска " + id + " нет.")))
                .filter(surge -> Visibility.seesAll(caller, surge.matter().jurisdiction()))
                .switchIfEmpty(Mono.error(Surges::notForYou));
    }

    private static Problem notForYou() {
        return Problem.forbidden(
                "Всплески видят те, кто отвечает за всю территорию: куратор, контролёр, руководство, наблюдатель.");
    }
}
