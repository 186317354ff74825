package otklik.sla.deadline.core;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.IncidentRegistered;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.time.OutsideCalendarException;

/**
 * The clocks of one incident: every deadline it has had, open and ended. A deadline is data; the passage of time is worked out by looking,
 * and what a look finds depends on facts and time alone, not on how often or how late somebody looks.
 *
 * @param revision of the profile that bound at detection
 * @param organ that holds the work, null while the curator does
 * @param version the last one taken in
 * @param deadlines in the order in which they were set
 * @param circumstances that swap one term for another (KH-7, KH-13)
 * @param ledger whose time it has taken
 * @param shortenedTo the end that a person named for what the profile lets them shorten (LP-6), null where nobody named one
 * @param earlier what was before each fact of the last step, first to last, should it be taken back
 * @param lookAt when to look next, in whole milliseconds; null if time alone changes nothing any more
 */
public record IncidentClocks(
        UUID incidentId,
        String jurisdiction,
        int revision,
        Importance importance,
        Instant detectedAt,
        @Nullable String organ,
        long version,
        List<IncidentDeadline> deadlines,
        Set<Circumstance> circumstances,
        Ledger ledger,
        @Nullable Instant shortenedTo,
        List<Remembered> earlier,
        @Nullable Instant lookAt) {

    /** How far the clocks of two machines may differ before we call it a mistake. */
    static final Duration SKEW = Duration.ofMinutes(10);

    public IncidentClocks {
        deadlines = List.copyOf(deadlines);
        earlier = List.copyOf(earlier);
        circumstances = Set.copyOf(circumstances);
    }

    /** Takes the first fact of an incident, which has to be its registration. */
    public static Outcome begin(IncidentEvent event, Regulation regulation, Instant now) {
        if (!(event.fact() instanceof IncidentRegistered registered)) {
            return new Outcome.Refused(
                    Refusal.NOT_REGISTERED,
                    "incident " + event.incidentId() + " is not known here, version " + event.version());
        }
        Instant detectedAt = registered.detectedAt().truncatedTo(ChronoUnit.MICROS);
        IncidentClocks unset = new IncidentClocks(
                event.incidentId(),
                event.jurisdiction(),
                regulation.revision(),
                Unfolding.importance(registered.classification().importance()),
                detectedAt,
                null,
                0,
                List.of(),
                Set.of(),
                Ledger.begun(detectedAt),
                null,
                List.of(),
                null);
        return unset.after(event, regulation, now);
    }

    /**
     * Takes a fact in. What time brought about before the fact is told first. A gap in the versions is let pass: it is a fact of a type
     * this release does not know, or a dead letter.
     *
     * @param regulation the one that binds the incident
     */
    public Outcome after(IncidentEvent event, Regulation regulation, Instant now) {
        if (event.version() <= version) {
            return new Outcome.Seen();
        }
        Moment moment = Moment.of(event);
        if (moment.at().isAfter(now.plus(SKEW))) {
            return new Outcome.Refused(Refusal.IN_THE_FUTURE, moment.at() + " is later than now, " + now);
        }
        try {
            return event.fact() instanceof IncidentFact.StepUndone undone
                    ? undo(event, undone, moment, regulation, now)
                    : new Unfolding(this, regulation).take(event, moment, now);
        } catch (OutsideCalendarException e) {
            return new Outcome.Refused(Refusal.OUTSIDE_CALENDAR, String.valueOf(e.getMessage()));
        }
    }

    private Outcome undo(
            IncidentEvent event, IncidentFact.StepUndone undone, Moment moment, Regulation regulation, Instant now) {
        return earlier.stream()
                .filter(remembered -> remembered.version() <= undone.backTo())
                .reduce((first, later) -> later)
                .<Outcome>map(
                        remembered -> new Unfolding(this, regulation).undo(event, undone, remembered, moment, now))
                .orElseGet(() -> new Outcome.Refused(
                        Refusal.NOT_REMEMBERED, "what was at version " + undone.backTo() + " is not known any more"));
    }

    /** Looks at the clock: tells what came about up to {@code now}, and moves what a changed calendar or profile moves. */
    public Look look(Regulation regulation, Instant now) {
        return new Unfolding(this, regulation).look(now);
    }

    /** Whether it is at its end: nobody's minutes run and no deadline is open. */
    public boolean isOver() {
        return ledger.holder() == Holder.NOBODY && deadlines.stream().noneMatch(IncidentDeadline::isOpen);
    }

    /** Since when it is at its end, if it is. */
    public Instant overSince() {
        return ledger.since();
    }

    /** The same, looked at again at another instant, in whole milliseconds. */
    public IncidentClocks lookingAt(Instant at) {
        return new IncidentClocks(
                incidentId,
                jurisdiction,
                revision,
                importance,
                detectedAt,
                organ,
                version,
                deadlines,
                circumstances,
                ledger,
                shortenedTo,
                earlier,
                at);
    }
}
