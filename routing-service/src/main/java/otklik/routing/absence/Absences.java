package otklik.routing.absence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;
import otklik.routing.absence.core.Absence;
import otklik.routing.absence.core.AbsenceRules;
import otklik.routing.directory.core.Directory;
import otklik.web.Problem;
import otklik.web.Substitution;
import reactor.core.publisher.Mono;

/** Writes absences down, and lets whoever stands in act while the other is away: it begins and ends by the clock alone. */
final class Absences implements Substitution {

    private final AbsenceStore store;
    private final Directory directory;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final AbsenceAnnouncer announcer;
    private final StandIns standIns;

    Absences(
            AbsenceStore store,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids,
            AbsenceAnnouncer announcer) {
        this.store = store;
        this.directory = directory;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
        this.announcer = announcer;
        standIns = new StandIns(store, time);
    }

    @Override
    public Mono<Caller> withSubstituted(Caller caller) {
        return standIns.of(caller.id()).map(now -> AbsenceRules.withSubstituted(caller, now, directory));
    }

    Mono<List<Absence>> open(String jurisdiction, Caller caller) {
        if (!caller.reaches(jurisdiction)) {
            return Mono.error(Problem.forbidden("Это другая территория."));
        }
        return store.open(jurisdiction, time.instant()).collectList();
    }

    /** Of the day's beginning to the day's end, where the jurisdiction is. */
    Mono<Absence> note(AbsenceApi.Note note, Caller caller) {
        Regulation regulation = Regulations.installed()
                .find(note.jurisdiction())
                .orElseThrow(() -> Problem.badRequest(
                        "unknown-jurisdiction",
                        "Нет такой территории",
                        "Есть: " + Regulations.installed().ids()));
        if (!AbsenceRules.mayNote(caller, note.person(), note.jurisdiction(), directory)) {
            return Mono.error(
                    Problem.forbidden("Отсутствие записывает сам сотрудник, ответственный его органа или куратор, "
                            + "а того, кто выше органов, — он сам или равный ему."));
        }
        ZoneId zone = regulation.zone();
        Absence absence = new Absence(
                ids.get(),
                note.jurisdiction(),
                note.person(),
                note.substitute(),
                note.from(),
                note.to(),
                note.reason(),
                start(note.from(), zone),
                start(note.to().plusDays(1), zone),
                caller.id());
        return add(absence, regulation).as(transaction::transactional).doOnNext(added -> changed());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Mono<Absence> add(Absence absence, Regulation regulation) {
        Instant now = time.instant();
        return store.lock(absence.jurisdiction())
                .then(store.open(absence.jurisdiction(), now).collectList())
                .flatMap(others -> {
                    Optional<AbsenceRules.Refusal> no = AbsenceRules.refusal(
                            absence, others, directory, !absence.endsAt().isAfter(now));
                    return no.isPresent()
                            ? Mono.error(problem(no.get(), regulation))
                            : store.add(absence).thenReturn(absence);
                });
    }

    /** Back early, or not away at all. */
    Mono<Void> end(UUID id, Caller caller) {
        return store.find(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("Отсутствия " + id + " нет.")))
                .flatMap(absence -> AbsenceRules.mayNote(caller, absence.person(), absence.jurisdiction(), directory)
                        ? store.end(id, time.instant())
                        : Mono.error(Problem.forbidden("Это отсутствие не ваше.")))
                .doOnSuccess(ended -> changed());
    }

    private void changed() {
        standIns.changed();
        announcer.wake();
    }

    private static Problem problem(AbsenceRules.Refusal no, Regulation regulation) {
        return new Problem(
                422,
                no.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Отсутствие не записано",
                no.detail(),
                regulation.workflow().act(Act.STAFF).map(Workflow.Step::clause).orElse(null));
    }
}
