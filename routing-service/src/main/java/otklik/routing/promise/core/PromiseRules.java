package otklik.routing.promise.core;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.regulation.time.OutsideCalendarException;
import otklik.routing.incident.core.TextSafety;

/** Who answers for a promise, and what may be answered. */
public final class PromiseRules {

    private static final int LONGEST = 1000;

    private PromiseRules() {}

    /** What a person says about a promise. Absent texts are read as empty. */
    public sealed interface Answer {

        String note();

        record Keep(String note, @Nullable String link) implements Answer {}

        record Move(@Nullable LocalDate dueOn, String note) implements Answer {}

        record Withdraw(String note) implements Answer {}
    }

    /** The promise after the answer, or why not. */
    public sealed interface Outcome {

        record Changed(Promise promise) implements Outcome {}

        record Refused(int status, String code, String detail) implements Outcome {}
    }

    /** The people of the organ that gave it, the curator and the controller. */
    public static boolean mayAnswer(Promise promise, Caller caller) {
        String organ = promise.organ();
        return caller.has(promise.jurisdiction(), Role.CURATOR, Role.CONTROLLER)
                || (organ != null
                        && (caller.grant(promise.jurisdiction(), organ, Role.EXECUTOR)
                                        .isPresent()
                                || caller.grant(promise.jurisdiction(), organ, Role.RESPONSIBLE)
                                        .isPresent()));
    }

    public static Outcome decide(Promise promise, Answer answer, Caller caller, ZoneId zone, Instant now) {
        if (promise.status() != Promise.Status.OPEN) {
            return refused(
                    409,
                    "promise-closed",
                    promise.status() == Promise.Status.KEPT
                            ? "Обещание уже отмечено выполненным."
                            : "Это уже отмечено как не обещание.");
        }
        return badNote(answer).<Outcome>map(no -> no).orElseGet(() -> switch (answer) {
            case Answer.Keep keep -> keep(promise, keep, caller, now);
            case Answer.Move move -> move(promise, move, caller, zone, now);
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
                                caller,
                                now);
        });
    }

    private static Outcome keep(Promise promise, Answer.Keep keep, Caller caller, Instant now) {
        String link = keep.link();
        if (keep.note().isEmpty() && link == null) {
            return refused(422, "note-required", "Напишите, что сделано, или дайте ссылку.");
        }
        return link != null && !isWebLink(link)
                ? refused(422, "bad-link", "Ссылка — адрес, который начинается с https:// или http://.")
                : changed(
                        promise, Promise.Status.KEPT, promise.dueOn(), promise.dueAt(), keep.note(), link, caller, now);
    }

    private static Outcome move(Promise promise, Answer.Move move, Caller caller, ZoneId zone, Instant now) {
        LocalDate dueOn = move.dueOn();
        if (dueOn == null || dueOn.isBefore(now.atZone(zone).toLocalDate()) || dueOn.equals(promise.dueOn())) {
            return refused(422, "bad-date", "Новый день — сегодня или позже, и не тот же, что был (ГГГГ-ММ-ДД).");
        }
        if (dueOn.isAfter(now.atZone(zone).toLocalDate().plusYears(10))) {
            return refused(422, "bad-date", "Новый день — не дальше десяти лет.");
        }
        return move.note().isEmpty()
                ? refused(422, "reason-required", "Напишите, почему срок переносится.")
                : changed(promise, Promise.Status.OPEN, dueOn, endOf(dueOn, zone), move.note(), null, caller, now);
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
        return TextSafety.objection(answer.note()).map(what -> refused(422, "text-unsafe", what));
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
            String note,
            @Nullable String link,
            Caller caller,
            Instant now) {
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
                promise.version() + 1,
                note.isEmpty() ? null : note,
                link,
                caller.name(),
                now));
    }

    private static Outcome.Refused refused(int status, String code, String detail) {
        return new Outcome.Refused(status, code, detail);
    }
}
