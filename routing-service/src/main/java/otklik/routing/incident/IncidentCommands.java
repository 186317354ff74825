package otklik.routing.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.Channel;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.GroupCommit.Outcome;
import otklik.routing.incident.core.Asking;
import otklik.routing.incident.core.AttachmentRules;
import otklik.routing.incident.core.Casework;
import otklik.routing.incident.core.Command;
import otklik.routing.incident.core.Decision;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Files;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.LastStep;
import otklik.routing.incident.core.PartCommand;
import otklik.routing.incident.core.Reason;
import otklik.routing.incident.core.ReplyLook;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.StepCommand;
import otklik.routing.incident.core.UndoRules;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Load, decide, append: in one transaction, with the incident locked, so that of two people who answer at once one is told so. Commands to
 * several incidents that come at the same time share a transaction; each is decided by itself.
 */
final class IncidentCommands {

    /** More lanes would make the groups smaller; the rest of the pool is for those who read. */
    private static final GroupCommit.Limits LIMITS = new GroupCommit.Limits(3, 50, 5_000);

    private final IncidentStore store;
    private final Directory directory;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final FileTable files;
    private final DeadlineStore deadlines;
    private final GroupCommit<Request, CommandAnswer> group;
    private final ToIntFunction<Channel> mostFiles;
    private final ReplyLook look;

    /**
     * @param mostFiles how many files a network takes with one reply
     * @param look what looks through replies
     */
    IncidentCommands(
            IncidentStore store,
            FileTable files,
            DeadlineStore deadlines,
            ToIntFunction<Channel> mostFiles,
            ReplyLook look,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids) {
        this.store = store;
        this.files = files;
        this.deadlines = deadlines;
        this.mostFiles = mostFiles;
        this.look = look;
        this.directory = directory;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
        group = new GroupCommit<>(
                LIMITS,
                Request::id,
                this::handle,
                IncidentCommands::isNobodysFault,
                () -> Problem.unavailable(
                        "Слишком много команд сразу. Повторите через несколько секунд.", Duration.ofSeconds(5)));
    }

    /** The database is away or has no connection left. */
    private static boolean isNobodysFault(Throwable e) {
        return e instanceof NonTransientDataAccessResourceException
                || e instanceof TransientDataAccessResourceException
                || e instanceof TransactionException;
    }

    /** What came with a command besides itself; both may be absent. */
    record Conditions(
            @Nullable String idempotencyKey, @Nullable Long expectedVersion) {}

    /** A command to an incident. */
    record Request(UUID id, Command command, Caller caller, Conditions conditions) {}

    /** What the rules say to a request. */
    private sealed interface Verdict {
        record Refused(Problem why) implements Verdict {}

        /** It was done before; this is what was answered then. */
        record Repeated(CommandAnswer answer) implements Verdict {}

        record Accepted(IncidentStore.Addition addition, CommandAnswer answer) implements Verdict {}
    }

    Mono<CommandAnswer> handle(UUID id, Command command, Caller caller, Conditions conditions) {
        return group.add(new Request(id, command, caller, conditions));
    }

    private Mono<List<Outcome<CommandAnswer>>> handle(List<Request> requests) {
        return store.lock(requests)
                .flatMap(locked -> Flux.fromIterable(requests)
                        .concatMap(request -> verdict(request, locked))
                        .collectList())
                .flatMap(verdicts -> append(verdicts)
                        .thenReturn(
                                verdicts.stream().map(IncidentCommands::outcome).toList()))
                .as(transaction::transactional);
    }

    private static Outcome<CommandAnswer> outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused refused -> new Outcome.Refused<>(refused.why());
            case Verdict.Repeated repeated -> new Outcome.Done<>(repeated.answer());
            case Verdict.Accepted accepted -> new Outcome.Done<>(accepted.answer());
        };
    }

    private Mono<Verdict> verdict(Request request, Map<UUID, LockedIncident> locked) {
        return Mono.justOrEmpty(locked.get(request.id()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("Инцидента " + request.id() + " нет.")))
                .flatMap(incident -> onceOnly(incident, request))
                .onErrorResume(Problem.class, problem -> Mono.just(new Verdict.Refused(problem)));
    }

    private Mono<Verdict> onceOnly(LockedIncident locked, Request request) {
        String key = request.conditions().idempotencyKey();
        if (key == null) {
            return decide(locked, request);
        }
        Mono<CommandReceipt> earlier =
                locked.isWaitedFor() ? store.receipt(request.caller().id(), key) : Mono.justOrEmpty(locked.earlier());
        return earlier.<Verdict>map(receipt -> new Verdict.Repeated(receipt.answerTo(request.id(), request.command())))
                .onErrorMap(Problem.class, problem -> problem.by(clause(locked.incident(), request)))
                .switchIfEmpty(Mono.defer(() -> decide(locked, request)));
    }

    private Mono<Verdict> decide(LockedIncident locked, Request request) {
        Incident incident = locked.incident();
        boolean sees = Visibility.sees(request.caller(), incident.jurisdiction(), incident.organs());
        Long expected = request.conditions().expectedVersion();
        if (sees && expected != null && expected != incident.version()) {
            return stale(incident, expected, clause(incident, request));
        }
        // Whoever gave it back sees it no more, and may still take that back.
        return sees || request.command() instanceof Command.Undo
                ? decided(locked, request)
                        .map(verdict ->
                                sees || verdict instanceof Verdict.Accepted ? verdict : notSeen(incident, request))
                : Mono.just(notSeen(incident, request));
    }

    /** Nothing of what it is about is told: not its state, not what has changed, not whose it is. */
    private Verdict notSeen(Incident incident, Request request) {
        return new Verdict.Refused(Refusals.problem(
                new Decision.Rejected(Reason.NOT_YOURS, Visibility.NOT_SEEN, clause(incident, request))));
    }

    private Mono<Verdict> decided(LockedIncident locked, Request request) {
        return asking(locked.incident(), request.command(), request.caller())
                .flatMap(asking -> decide(locked, request.command(), asking, request.conditions()));
    }

    private Mono<Verdict> decide(LockedIncident locked, Command command, Asking asking, Conditions conditions) {
        return switch (Casework.decide(locked.incident(), command, asking)) {
            case Decision.Rejected no -> refused(no, command, locked.incident(), conditions);
            case Decision.Accepted yes ->
                Mono.just(accepted(locked, command, yes.facts(), asking, conditions.idempotencyKey()));
        };
    }

    /** Whoever did not say which version they had seen is told what was done last: most likely that is what they do not know of. */
    private Mono<Verdict> refused(Decision.Rejected no, Command command, Incident incident, Conditions conditions) {
        Problem problem = problem(no, incident);
        return isOfWhatWasDone(no.reason(), command) && conditions.expectedVersion() == null
                ? changes(incident, incident.version() - 1)
                        .map(last -> new Verdict.Refused(problem.with("changes", last)))
                : Mono.just(new Verdict.Refused(problem));
    }

    /** Whether the step is refused for what somebody has done before it, which whoever asked may not have seen. */
    private static boolean isOfWhatWasDone(Reason reason, Command command) {
        return switch (reason) {
            case WRONG_STATE,
                    ALREADY_THERE,
                    PARTS_MISSING,
                    UNKNOWN_PART,
                    NOTHING_TO_SHORTEN,
                    NOT_SIGNIFICANT,
                    REPORTED_ALREADY,
                    NOTHING_TO_UNDO -> true;
            case NOT_YOURS -> command instanceof Command.Undo;
            default -> false;
        };
    }

    private static Verdict accepted(
            LockedIncident locked, Command command, List<Fact> facts, Asking asking, @Nullable String key) {
        Incident incident = locked.incident();
        Actor by = actor(incident, command.step(), asking);
        CommandAnswer answer = CommandAnswer.of(incident.after(facts), facts, undoUntil(incident, facts, by, asking));
        CommandReceipt receipt =
                key == null ? null : CommandReceipt.of(asking.caller().id(), key, incident.id(), command, answer);
        return new Verdict.Accepted(new IncidentStore.Addition(locked, facts, by, asking.now(), key, receipt), answer);
    }

    private Mono<Void> append(List<Verdict> verdicts) {
        List<IncidentStore.Addition> additions = verdicts.stream()
                .filter(Verdict.Accepted.class::isInstance)
                .map(verdict -> ((Verdict.Accepted) verdict).addition())
                .toList();
        return additions.isEmpty()
                ? Mono.empty()
                : store.append(additions)
                        .then(handIn(additions.stream()
                                .flatMap(addition -> addition.facts().stream())
                                .toList()));
    }

    private static @Nullable Instant undoUntil(Incident before, List<Fact> facts, Actor by, Asking asking) {
        LastStep step = new LastStep(by, asking.now(), before, facts, FactWords.stepTitle(facts));
        return UndoRules.until(step, asking).orElse(null);
    }

    /** The files that the facts name are part of the trail from now on. */
    private Mono<Void> handIn(List<Fact> facts) {
        Set<UUID> named = facts.stream()
                .flatMap(fact -> AttachmentRules.named(fact).stream())
                .map(Attachment::id)
                .collect(Collectors.toSet());
        return files.handIn(named).flatMap(all -> all ? Mono.empty() : Mono.error(new IncidentStore.StaleIncident()));
    }

    /** Whoever asks, in this incident's jurisdiction, now. */
    Asking asking(Incident incident, Caller caller) {
        Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
        return new Asking(caller, regulation, directory, now(), ids.get()).with(look);
    }

    /** With what the command is about besides this incident as it stands: another one, files, its terms, the last step. */
    private Mono<Asking> asking(Incident incident, Command command, Caller caller) {
        Asking asking = asking(incident, caller);
        return switch (command) {
            case StepCommand.LinkRepeat link -> withOther(asking, link.earlier());
            case Command.SubmitDraft draft -> withFiles(asking, incident, draft.attachments());
            case StepCommand.RecordEmailedDraft draft -> withFiles(asking, incident, draft.attachments());
            case StepCommand.EditDraft edit -> withFiles(asking, incident, edit.attachments());
            case PartCommand.Contribute part -> withFiles(asking, incident, part.attachments());
            case StepCommand.ShortenTerm ignored ->
                deadlines.known(incident.id()).collectList().map(asking::with);
            case Command.Undo ignored ->
                store.lastStep(incident).map(asking::after).defaultIfEmpty(asking);
            default -> Mono.just(asking);
        };
    }

    private Mono<Asking> withOther(Asking asking, @Nullable UUID other) {
        return other == null
                ? Mono.just(asking)
                : store.find(other).map(asking::with).defaultIfEmpty(asking);
    }

    private Mono<Asking> withFiles(Asking asking, Incident incident, @Nullable List<UUID> named) {
        return named == null || named.isEmpty()
                ? Mono.just(asking)
                : files.whole(incident.id())
                        .map(IncidentFiles.Kept::file)
                        .collectList()
                        .map(known -> asking.with(new Files(known, mostFiles.applyAsInt(incident.channel()))));
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

    /** By which the step is taken that the request is for. */
    private @Nullable String clause(Incident incident, Request request) {
        return request.command()
                .step()
                .clause(asking(incident, request.caller()).regulation());
    }

    private Mono<Verdict> stale(Incident incident, long expected, @Nullable String clause) {
        return changes(incident, expected)
                .flatMap(changes -> Mono.error(new Problem(
                                412,
                                "stale-version",
                                "Инцидент успел измениться",
                                "Пока вы работали, его изменили. Посмотрите, что нового, и повторите.",
                                clause)
                        .with("version", incident.version())
                        .with("state", incident.state().name())
                        .with("changes", changes)));
    }

    private Mono<List<Change>> changes(Incident incident, long since) {
        return store.facts(incident.id())
                .filter(fact -> fact.version() > since)
                .map(fact -> new Change(fact.version(), fact.type(), fact.at(), fact.actor()))
                .collectList();
    }

    /** What somebody else did meanwhile. */
    record Change(long version, String type, Instant at, Actor by) {}

    private static Problem problem(Decision.Rejected no, Incident incident) {
        return Refusals.problem(no)
                .with("version", incident.version())
                .with("state", incident.state().name());
    }
}
