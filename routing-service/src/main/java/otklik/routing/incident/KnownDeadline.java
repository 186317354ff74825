package otklik.routing.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Duty;
import otklik.regulation.Importance;
import otklik.regulation.Regulations;

/**
 * A deadline as a row; {@code status} and {@code explanation} are null where the events say nothing of them.
 *
 * @param concerns the organ whose work it is about, as last told; null where no organ has had it
 * @param owner role that owes it, lower case; null from a writer that did not tell yet
 */
record KnownDeadline(
        UUID id,
        UUID incident,
        String stage,
        String title,
        String clause,
        Instant started,
        Instant due,
        boolean duty,
        @Nullable String status,
        @Nullable String explanation,
        @Nullable String concerns,
        @Nullable String owner) {

    static KnownDeadline of(DeadlineEvent event) {
        return new KnownDeadline(
                event.deadlineId(),
                event.incidentId(),
                event.stage(),
                event.title(),
                event.clause(),
                event.startedAt(),
                event.dueAt(),
                isDuty(event),
                status(event.fact()),
                explanation(event.fact()),
                event.concerns(),
                event.owner());
    }

    KnownDeadline then(KnownDeadline later) {
        return new KnownDeadline(
                id,
                incident,
                stage,
                title,
                clause,
                started,
                later.due,
                duty,
                later.status == null ? status : later.status,
                later.explanation == null ? explanation : later.explanation,
                later.concerns == null ? concerns : later.concerns,
                later.owner == null ? owner : later.owner);
    }

    /** A window is a chance, nobody's duty (AK-7). */
    private static boolean isDuty(DeadlineEvent event) {
        return Regulations.installed()
                .find(event.jurisdiction(), event.startedAt())
                .flatMap(regulation -> regulation.findTerm(event.stage(), Importance.NORMAL))
                .map(term -> term.duty() == Duty.OBLIGATION)
                .orElse(true);
    }

    /** What the deadline is after the fact; null if the fact does not change that. */
    private static @Nullable String status(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineSet ignored -> "OPEN";
            case DeadlineFact.DeadlineMet met -> met.late() ? "MET_LATE" : "MET";
            case DeadlineFact.DeadlineMoved ignored -> "OPEN";
            case DeadlineFact.DeadlineCancelled ignored -> "CANCELLED";
            case DeadlineFact.DeadlineLapsed ignored -> "LAPSED";
            case DeadlineFact.DeadlineWarned ignored -> "WARNED";
            case DeadlineFact.DeadlineBreached ignored -> "BREACHED";
            case DeadlineFact.DeadlineEscalated ignored -> null;
            case DeadlineFact.DeadlineReopened reopened ->
                reopened.breached() ? "BREACHED" : reopened.warned() ? "WARNED" : "OPEN";
        };
    }

    private static @Nullable String explanation(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineSet set -> set.explanation();
            case DeadlineFact.DeadlineMoved moved -> moved.explanation();
            case DeadlineFact.DeadlineMet ignored -> null;
            case DeadlineFact.DeadlineCancelled ignored -> null;
            case DeadlineFact.DeadlineLapsed ignored -> null;
            case DeadlineFact.DeadlineWarned ignored -> null;
            case DeadlineFact.DeadlineBreached ignored -> null;
            case DeadlineFact.DeadlineEscalated ignored -> null;
            case DeadlineFact.DeadlineReopened ignored -> null;
        };
    }
}
