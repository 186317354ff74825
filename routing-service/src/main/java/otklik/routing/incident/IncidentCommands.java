package otklik.routing.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.Actor;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.Asking;
import otklik.routing.incident.core.Casework;
import otklik.routing.incident.core.Command;
import otklik.routing.incident.core.Decision;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.LastStep;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.StepCommand;
import otklik.routing.incident.core.UndoRules;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Load, decide, append: in one transaction, with the incident locked, so that of two people who answer at once one is told so. */
final class IncidentCommands {

    private final IncidentStore store;
    private final CommandReceipts receipts;
    private final Directory directory;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    IncidentCommands(
            IncidentStore store,
            CommandReceipts receipts,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids) {
        this.store = store;
        this.receipts = receipts;
        this.directory = directory;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
    }

    /** What came with a command besides itself; both may be absent. */
    record Conditions(
            @Nullable String idempotencyKey, @Nullable Long expectedVersion) {}

    Mono<CommandAnswer> handle(UUID id, Command command, Caller caller, Conditions conditions) {
        return store.lock(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("Инцидента " + id + " нет.")))
                .flatMap(incident -> onceOnly(incident, command, caller, conditions))
                .as(transaction::transactional);
    }

    private Mono<CommandAnswer> onceOnly(Incident incident, Command command, Caller caller, Conditions conditions) {
        String key = conditions.idempotencyKey();
        if (key == null) {
            return decide(incident, command, caller, conditions, null);
        }
        return receipts.find(caller.id(), key, incident.id(), command)
                .switchIfEmpty(Mono.defer(() -> decide(incident, command, caller, conditions, key)));
    }

    private Mono<CommandAnswer> decide(
            Incident incident, Command command, Caller caller, Conditions conditions, @Nullable String key) {
        Long expected = conditions.expectedVersion();
        if (expected != null && expected != incident.version()) {
            return stale(incident, expected);
        }
        return asking(incident, command, caller).flatMap(asking -> decide(incident, command, asking, key));
    }

    private Mono<CommandAnswer> decide(Incident incident, Command command, Asking asking, @Nullable String key) {
        return switch (Casework.decide(incident, command, asking)) {
            case Decision.Rejected no -> Mono.error(problem(no, incident));
            case Decision.Accepted yes ->
                append(incident, yes.facts(), actor(incident, command.step(), asking), asking, key)
                        .flatMap(answer -> key == null
                                ? Mono.just(answer)
                                : receipts.save(asking.caller().id(), key, incident.id(), command, answer, asking.now())
                                        .thenReturn(answer));
        };
    }

    private Mono<CommandAnswer> append(
            Incident before, List<Fact> facts, Actor by, Asking asking, @Nullable String cause) {
        LastStep step = new LastStep(by, asking.now(), before, facts, FactWords.title(facts.getLast()));
        return store.append(before, facts, by, asking.now(), cause)
                .map(after -> CommandAnswer.of(
                        after, facts, UndoRules.until(step, asking).orElse(null)));
    }

    /** Whoever asks, in this incident's jurisdiction, now. */
    Asking asking(Incident incident, Caller caller) {
        Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
        return new Asking(caller, regulation, directory, now(), ids.get());
    }

    /** With what the command is about besides this incident as it stands. */
    private Mono<Asking> asking(Incident incident, Command command, Caller caller) {
        Asking asking = asking(incident, caller);
        Mono<Asking> more = switch (command) {
            case StepCommand.LinkRepeat repeat ->
                Mono.justOrEmpty(repeat.earlier()).flatMap(store::find).map(asking::about);
            case Command.Undo ignored -> store.lastStep(incident).map(asking::after);
            case Command other -> Mono.empty();
        };
        return more.defaultIfEmpty(asking);
    }

    /** To the microsecond, as the database keeps it: the hash of a fact must come out the same when it is read back. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Actor actor(Incident incident, Step step, Asking asking) {
        if (step == Step.UNDO && asking.last() != null) {
            return asking.last().by();
        }
        Grant grant =
                asking.grant(step, incident).orElseThrow(() -> new IllegalStateException("decided without a grant"));
        return asking.caller().as(grant);
    }

    private Mono<CommandAnswer> stale(Incident incident, long expected) {
        return store.facts(incident.id())
                .filter(fact -> fact.version() > expected)
                .map(fact -> new Change(fact.version(), fact.type(), fact.at(), fact.actor()))
                .collectList()
                .flatMap(changes -> Mono.error(new Problem(
                                412,
                                "stale-version",
                                "Инцидент успел измениться",
                                "Пока вы работали, его изменили. Посмотрите, что нового, и повторите.",
                                null)
                        .with("version", incident.version())
                        .with("state", incident.state().name())
                        .with("changes", changes)));
    }

    /** What somebody else did meanwhile. */
    record Change(long version, String type, Instant at, Actor by) {}

    private static Problem problem(Decision.Rejected no, Incident incident) {
        return new Problem(no.reason().status(), no.reason().code(), no.reason().title(), no.detail(), no.clause())
                .with("version", incident.version())
                .with("state", incident.state().name());
    }
}
