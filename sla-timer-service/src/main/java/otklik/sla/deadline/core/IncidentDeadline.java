package otklik.sla.deadline.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.IncidentId;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;

/**
 * One deadline of an incident, open or ended. Instants are whole microseconds.
 *
 * @param importance the one its due instant was counted for
 * @param organ that held the work when the clock started; null if none did yet
 * @param startedBy version of the incident whose fact started it
 * @param dueAt the last lawful instant, inclusive
 * @param warned how many of the profile's warnings were told
 * @param escalated how many steps of the ladder were taken
 * @param endedAt null while open
 * @param endedBy version of the incident whose fact ended it; 0 while open, and where time alone ended it
 */
public record IncidentDeadline(
        String stage,
        String clause,
        Importance importance,
        @Nullable String organ,
        long startedBy,
        Instant startedAt,
        Instant dueAt,
        Status status,
        int warned,
        int escalated,
        @Nullable Instant endedAt,
        long endedBy) {

    /** The same however often the same facts are worked through. */
    public UUID id(UUID incidentId) {
        return IncidentId.nameBased("deadline/" + incidentId + '/' + stage + '/' + startedBy);
    }

    /** What is to be done by then, Russian; the name of the stage where the profile no longer has the term. */
    public String title(Regulation regulation) {
        return new Terms(regulation).of(this).map(Term::title).orElse(stage);
    }

    public boolean isOpen() {
        return status.isOpen();
    }

    IncidentDeadline afterWarning() {
        return with(Status.WARNED, warned + 1, escalated, null, 0);
    }

    IncidentDeadline afterBreach() {
        return with(Status.BREACHED, warned, escalated, null, 0);
    }

    IncidentDeadline afterEscalation() {
        return with(status, warned, escalated + 1, null, 0);
    }

    /** By time alone. */
    IncidentDeadline lapsed(Instant at) {
        return with(Status.LAPSED, warned, escalated, at, 0);
    }

    IncidentDeadline ended(Status how, Instant at, long version) {
        return with(how, warned, escalated, at, version);
    }

    /** As it was before the fact that ended it: time had been let pass up to that fact. */
    IncidentDeadline reopened() {
        boolean ranOut = endedAt != null && endedAt.isAfter(dueAt);
        return with(ranOut ? Status.BREACHED : warned == 0 ? Status.OPEN : Status.WARNED, warned, escalated, null, 0);
    }

    /** A breach of the former due instant is void, so is what was escalated; warnings that were told stay told. */
    IncidentDeadline movedTo(Instant newDueAt, Importance newImportance) {
        return new IncidentDeadline(
                stage,
                clause,
                newImportance,
                organ,
                startedBy,
                startedAt,
                newDueAt,
                warned == 0 ? Status.OPEN : Status.WARNED,
                warned,
                0,
                null,
                0);
    }

    /** As though nothing had been told of it yet. */
    IncidentDeadline unwarned() {
        return with(Status.OPEN, 0, 0, null, 0);
    }

    private IncidentDeadline with(
            Status newStatus, int newWarned, int newEscalated, @Nullable Instant newEndedAt, long newEndedBy) {
        return new IncidentDeadline(
                stage,
                clause,
                importance,
                organ,
                startedBy,
                startedAt,
                dueAt,
                newStatus,
                newWarned,
                newEscalated,
                newEndedAt,
                newEndedBy);
    }
}
