package otklik.routing.promise.core;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.regulation.time.OutsideCalendarException;
import otklik.routing.incident.core.TextSafety;
import otklik.routing.incident.core.UndoRules;

/** Who answers for a promise, and what may be answered. */
public final class PromiseRules {

    /** What is noted where an answer was taken back. */
    static final String UNDONE = "Ответ отменён";

    private static final int LONGEST = 1000;
    private static final Set<Role> OVER_ALL = Set.of(Role.CURATOR, Role.CONTROLLER);
    private static final Set<Role> OF_ORGAN = Set.of(Role.EXECUTOR, Role.RESPONSIBLE);

    private PromiseRules() {}

    /** What a person says about a promise. Absent texts are read as empty. */
    public sealed interface Answer {

        String note();

        /** Where it can be seen; empty where nobody said so. */
        default String address() {
            return "";
        }

        record Keep(String note, @Nullable String link) implements Answer {
            @Override
            public String address() {
                return Objects.requireNonNullElse(link, "");
            }
        }

        record Move(@Nullable LocalDate dueOn, String note) implements Answer {}

        record Withdraw(String note) implements Answer {}

        /** What this person said last is not so, noticed at once. */
        record Undo() implements Answer {
            @Override
            public String note() {
                return "";
            }
        }
    }

    /** The promise after the answer, or why not. */
    public sealed interface Outcome {

        record Changed(Promise promise) implements Outcome {}

        record Refused(int status, String code, String detail) implements Outcome {}
    }

    /** The right by which the caller answers: the people of the organ that gave the promise, the curator and the controller have one. */
    public static Optional<Grant> rightToAnswer(Promise promise, Caller caller) {
        return caller.grants().stream()
                .filter(grant -> grant.covers(promise.jurisdiction()) && answers(grant, promise.organ()))
                .findFirst();
    }

    private static boolean answers(Grant grant, @Nullable String organ) {
        return OVER_ALL.contains(grant.role())
                || (OF_ORGAN.contains(grant.role()) && organ != null && organ.equals(grant.organ()));
    }

    public static Outcome decide(Promise promise, Answer answer, Actor by, ZoneId zone, Instant now) {
        if (promise.status() != Promise.Status.OPEN && !(answer instanceof Answer.Undo)) {
            return refused(
                    409,
                    "promise-closed",
                    promise.status() == Promise.Status.KEPT
                            ? "Обещание уже отмечено выполненным."
                            : "Это уже отмечено как не обещание.");
        }
        return badNote(answer).<Outcome>map(no -> no).orElseGet(() -> switch (answer) {
            case Answer.Keep keep -> keep(promise, keep, by, now);
            case Answer.Move move -> move(promise, move, by, zone, now);
            case Answer.Undo ignored -> undo(promise, by, zone, now);
            case Answer.Withdraw why ->
                why.note().isEmpty()
                        ? refused(422, "reason-required", "Напишите, почему это не обещание.")
                        : changed(
                                promise,
                                Promise.Status.WITHDRAWN,
                                promise.dueOn(),
                                promise.dueAt(),
                                why.note(),
                                null,
                                by,
                                now);
        });
    }

    /** Everything that was answered was answered while it was open, so that is what it is again, with the day of before. */
    private static Outcome undo(Promise promise, Actor by, ZoneId zone, Instant now) {
        Promise.Answered last =
                promise.answers().isEmpty() ? null : promise.answers().getLast();
        if (last == null || UNDONE.equals(last.note())) {
            return refused(409, "nothing-to-undo", "Отменять нечего: об этом обещании ещё ничего не сказано.");
        }
        if (!last.by().id().equals(by.id())) {
            return refused(403, "not-yours", "Отменить ответ может только тот, кто его дал.");
        }
        if (now.isAfter(last.at().plus(UndoRules.WITHIN))) {
            return refused(
                    409,
                    "undo-too-late",
                    "Отменить ответ можно в течение " + UndoRules.WITHIN.toSeconds() + " секунд.");
        }
        LocalDate dueOn = last.dueBefore();
        return changed(promise, Promise.Status.OPEN, dueOn, endOf(dueOn, zone), UNDONE, null, by, now);
    }

    private static Outcome keep(Promise promise, Answer.Keep keep, Actor by, Instant now) {
        String link = keep.link();
        if (keep.note().isEmpty() && link == null) {
            return refused(422, "note-required", "Напишите, что сделано, или дайте ссылку.");
        }
        return link != null && !isWebLink(link)
                ? refused(422, "bad-link", "Ссылка — адрес, который начинается с https:// или http://.")
                : changed(promise, Promise.Status.KEPT, promise.dueOn(), promise.dueAt(), keep.note(), link, by, now);
    }

    private static Outcome move(Promise promise, Answer.Move move, Actor by, ZoneId zone, Instant now) {
        LocalDate dueOn = move.dueOn();
        if (dueOn == null || dueOn.isBefore(now.atZone(zone).toLocalDate()) || dueOn.equals(promise.dueOn())) {
            return refused(422, "bad-date", "Новый день — сегодня или позже, и не тот же, что был (ГГГГ-ММ-ДД).");
        }
        if (dueOn.isAfter(now.atZone(zone).toLocalDate().plusYears(10))) {
            return refused(422, "bad-date", "Новый день — не дальше десяти лет.");
        }
        return move.note().isEmpty()
                ? refused(422, "reason-required", "Напишите, почему срок переносится.")
                : changed(promise, Promise.Status.OPEN, dueOn, endOf(dueOn, zone), move.note(), null, by, now);
    }

    /** The instant after which the day is over there. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The last day of promises that has come: from its first opening on people are asked. Of a day off that is the opening of the next
     * working day. Where no calendar reaches that far, a day comes at midnight.
     *
     * @param nextOpening the first instant at or after the given one at which people work
     */
    public static LocalDate askedUpTo(Instant now, ZoneId zone, UnaryOperator<Instant> nextOpening) {
        LocalDate day = now.atZone(zone).toLocalDate();
        try {
            while (nextOpening.apply(day.atStartOfDay(zone).toInstant()).isAfter(now)) {
                day = day.minusDays(1);
            }
        } catch (OutsideCalendarException e) {
            return day;
        }
        return day;
    }

    private static Optional<Outcome.Refused> badNote(Answer answer) {
        if (answer.note().length() > LONGEST) {
            return Optional.of(refused(422, "text-too-long", "До " + LONGEST + " знаков."));
        }
        return Stream.of(answer.note(), answer.address())
                .flatMap(said -> TextSafety.objection(said).stream())
                .findFirst()
                .map(what -> refused(422, "text-unsafe", what));
    }

    private static boolean isWebLink(String link) {
        try {
            String scheme =
                    Objects.requireNonNullElse(URI.create(link).getScheme(), "").toLowerCase(Locale.ROOT);
            return link.length() <= LONGEST
                    && (scheme.equals("https") || scheme.equals("http"))
                    && URI.create(link).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Outcome changed(
            Promise promise,
            Promise.Status status,
            LocalDate dueOn,
            Instant dueAt,
            String said,
            @Nullable String link,
            Actor by,
            Instant now) {
        String note = said.isEmpty() ? null : said;
        long version = promise.version() + 1;
        Stream<Promise.Answered> answer =
                Stream.of(new Promise.Answered(version, now, by, status, promise.dueOn(), dueOn, note, link));
        return new Outcome.Changed(new Promise(
                promise.id(),
                promise.incidentId(),
                promise.number(),
                promise.jurisdiction(),
                promise.organ(),
                promise.words(),
                promise.sentence(),
                promise.saidOn(),
                dueOn,
                dueAt,
                status,
                version,
                note,
                link,
                by.name(),
                now,
                Stream.concat(promise.answers().stream(), answer).toList()));
    }

    private static Outcome.Refused refused(int status, String code, String detail) {
        return new Outcome.Refused(status, code, detail);
    }
}
