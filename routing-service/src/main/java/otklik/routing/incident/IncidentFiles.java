package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Attachment;
import otklik.routing.incident.core.Asking;
import otklik.routing.incident.core.AttachmentRules;
import otklik.routing.incident.core.Decision;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Step;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of the files of incidents, without their bytes: whose they are, who may bring, see and take them away. Bringing and taking
 * away go under the lock of the incident, so no draft ever names a file that is being removed.
 */
public final class IncidentFiles {

    /** An upload that takes longer than this has died. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final IncidentStore store;
    private final IncidentTrail trail;
    private final IncidentCommands commands;
    private final FileTable table;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final int perIncident;

    IncidentFiles(
            IncidentStore store,
            IncidentTrail trail,
            IncidentCommands commands,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            int perIncident) {
        this.store = store;
        this.trail = trail;
        this.commands = commands;
        this.table = new FileTable(database);
        this.transaction = transaction;
        this.time = time;
        this.perIncident = perIncident;
    }

    /** Who brought it. */
    public record By(String id, String name) {}

    /**
     * A file that is kept. On the wire its members stand beside each other.
     *
     * @param handedIn whether a draft names it: then it stays for ever
     * @param isRepeat whether it was there already
     */
    public record Kept(
            @JsonUnwrapped Attachment file,
            Instant at,
            By by,
            boolean handedIn,
            @JsonIgnore boolean isRepeat) {

        static Kept of(Readable row) {
            return new Kept(
                    FileTable.file(row),
                    requireNonNull(row.get("uploaded_at", Instant.class)),
                    new By(text(row, "uploaded_by"), text(row, "uploaded_by_name")),
                    Boolean.TRUE.equals(row.get("is_handed_in", Boolean.class)),
                    false);
        }

        /** The same, known to have been there. */
        public Kept again() {
            return new Kept(file, at, by, handedIn, true);
        }
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }

    /**
     * What a file that comes now is for.
     *
     * @param clause on the draft that it is to stand with, if the regulation has one
     */
    public record Wanted(@Nullable String clause) {}

    /** @throws Problem in the Mono, if the caller may not bring files to the incident now */
    public Mono<Wanted> requireWriter(UUID incident, Caller caller) {
        return store.find(incident)
                .switchIfEmpty(Mono.error(() -> noIncident(incident)))
                .flatMap(found -> permit(AttachmentRules.refusal(found, asking(found, caller)))
                        .thenReturn(new Wanted(
                                Step.SUBMIT_DRAFT.clause(asking(found, caller).regulation()))));
    }

    /** Writes down that a file is coming; nobody sees it yet. */
    public Mono<Void> announce(UUID incident, Attachment file, Caller caller) {
        return table.add(incident, file, now(), caller);
    }

    /** All its bytes are there: the file itself from now on, or the caller's same one where there already is one that no draft names yet. */
    public Mono<Kept> confirm(UUID incident, Attachment file, Caller caller) {
        return store.lock(incident)
                .map(LockedIncident::incident)
                .switchIfEmpty(Mono.error(() -> noIncident(incident)))
                .flatMap(found -> permit(AttachmentRules.refusal(found, asking(found, caller)))
                        .thenMany(table.whole(incident))
                        .collectList())
                .flatMap(there -> there.stream()
                        .filter(kept ->
                                !kept.handedIn() && kept.by().id().equals(caller.id()) && isSame(kept.file(), file))
                        .findFirst()
                        .map(Mono::just)
                        .orElseGet(() -> there.size() < perIncident
                                ? table.makeWhole(file.id())
                                : Mono.error(Problem.unprocessable(
                                        "too-many-attachments",
                                        "Слишком много файлов",
                                        "У сообщения уже " + there.size() + " файлов. Удалите лишние."))))
                .as(transaction::transactional);
    }

    private static boolean isSame(Attachment one, Attachment other) {
        return one.sha256().equals(other.sha256()) && one.name().equals(other.name());
    }

    /** Those that are whole and that the caller may have, in the order they came. */
    public Flux<Kept> list(UUID incident, Caller caller) {
        return trail.visible(incident, caller)
                .flatMapMany(seen -> table.whole(incident).filter(kept -> isSeen(kept, seen, caller)));
    }

    private static boolean isSeen(Kept kept, Incident incident, Caller caller) {
        return Visibility.seesFile(caller, incident, kept.file().id(), kept.by().id());
    }

    /**
     * A file whose bytes the caller may have: whoever may look at the incident and at what it stands with, and a program of the installation where an approved reply has
     * it, because then it is to be public.
     */
    public Mono<Attachment> readable(UUID incident, UUID id, Caller caller) {
        return store.find(incident)
                .switchIfEmpty(Mono.error(() -> noIncident(incident)))
                .flatMapMany(found -> isForPublication(found, id, caller)
                        ? table.whole(incident)
                        : trail.visible(incident, caller)
                                .flatMapMany(seen -> table.whole(incident).filter(kept -> isSeen(kept, seen, caller))))
                .map(Kept::file)
                .filter(file -> file.id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> noFile(id)));
    }

    private static boolean isForPublication(Incident incident, UUID id, Caller caller) {
        Incident.Reply reply = incident.reply();
        return reply != null
                && caller.has(incident.jurisdiction(), Role.INTEGRATION)
                && Objects.requireNonNullElse(reply.attachments(), List.<Attachment>of()).stream()
                        .anyMatch(file -> file.id().equals(id));
    }

    /** From now on nobody sees it; its bytes may be removed and then its row. */
    public Mono<Void> release(UUID incident, UUID id, Caller caller) {
        return store.lock(incident)
                .map(LockedIncident::incident)
                .switchIfEmpty(Mono.error(() -> noIncident(incident)))
                .flatMap(found -> table.whole(incident)
                        .filter(kept -> kept.file().id().equals(id))
                        .next()
                        .switchIfEmpty(Mono.error(() -> noFile(id)))
                        .flatMap(kept -> permit(AttachmentRules.refusalToRemove(
                                kept.handedIn(), kept.by().id(), found, asking(found, caller)))))
                .then(table.hide(id))
                .as(transaction::transactional);
    }

    /** The row goes after the bytes. */
    public Mono<Void> forget(UUID id) {
        return table.remove(id);
    }

    /**
     * What uploads and removals that died have left, and what no draft has named for that long. Each is hidden first, so none can be named
     * while it is being cleared away.
     */
    public Flux<UUID> leftOver(Duration looseFor, int limit) {
        Instant now = now();
        return table.hideLeftOver(now.minus(LONGEST_UPLOAD), now.minus(looseFor), limit);
    }

    private Asking asking(Incident incident, Caller caller) {
        return commands.asking(incident, caller);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Mono<Void> permit(Optional<Decision.Rejected> refusal) {
        return refusal.<Mono<Void>>map(no -> Mono.error(Refusals.problem(no))).orElseGet(Mono::empty);
    }

    private static Problem noIncident(UUID id) {
        return Problem.notFound("Инцидента " + id + " нет.");
    }

    private static Problem noFile(UUID id) {
        return Problem.notFound("Файла " + id + " у этого сообщения нет.");
    }
}
