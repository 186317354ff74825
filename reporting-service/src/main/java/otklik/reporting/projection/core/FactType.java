package otklik.reporting.projection.core;

import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.IncidentFact;

/** The facts of an incident's life as reports count them, each with the state it leaves the incident in. */
public enum FactType {
    REGISTERED("NEW"),
    SCREENED_OUT("SCREENED_OUT"),
    RESTORED("NEW"),
    CORRECTED(null),
    ROUTED("ROUTED"),
    RETURNED("RETURNED"),
    WORK_STARTED("IN_WORK"),
    DRAFT_SUBMITTED("ON_APPROVAL"),
    REWORK_REQUESTED("REWORK"),
    APPROVED("APPROVED"),
    MANUAL_NEEDED(null),
    ANSWERED("DONE"),
    INTERIM_PUBLISHED("AWAITING_FINAL"),
    CLARIFICATION_PUBLISHED("AWAITING_AUTHOR"),
    NO_REACTION("NO_REACTION"),
    CLOSED("DONE"),
    PROPOSED("ON_AGREEMENT"),
    DECLINED("IN_WORK"),
    ORGANS_ENGAGED("ROUTED"),
    CONTRIBUTION_REQUESTED(null),
    CONTRIBUTION_SUBMITTED("IN_WORK"),
    CONTRIBUTION_RETURNED(null),
    RETURNED_TO_CURATOR("RETURNED"),
    HANDED_DOWN("NEW"),
    AUTHOR_ANSWERED("IN_WORK"),
    REOPENED("IN_WORK"),
    REPEAT_LINKED(null),
    APPEAL_MARKED(null),
    /** The facts since a version are as though they had not been; the event says how the incident stands. */
    UNDONE(null),
    /** A step that reports do not count and that leaves the state as it was. */
    STEP(null);

    private final @Nullable String state;

    FactType(@Nullable String state) {
        this.state = state;
    }

    /** The state after it; null if it leaves the state as it was. */
    public @Nullable String state() {
        return state;
    }

    /** Whether nobody holds the incident after it. */
    public boolean endsHolding() {
        return switch (this) {
            case SCREENED_OUT, RESTORED, RETURNED, NO_REACTION, RETURNED_TO_CURATOR, HANDED_DOWN -> true;
            default -> false;
        };
    }

    public static FactType of(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.IncidentRegistered ignored -> REGISTERED;
            case IncidentFact.IncidentScreenedOut ignored -> SCREENED_OUT;
            case IncidentFact.IncidentRestored ignored -> RESTORED;
            case IncidentFact.ClassificationCorrected ignored -> CORRECTED;
            case IncidentFact.IncidentRouted ignored -> ROUTED;
            case IncidentFact.IncidentReturned ignored -> RETURNED;
            case IncidentFact.WorkStarted ignored -> WORK_STARTED;
            case IncidentFact.DraftSubmitted ignored -> DRAFT_SUBMITTED;
            case IncidentFact.ReworkRequested ignored -> REWORK_REQUESTED;
            case IncidentFact.ReplyApproved ignored -> APPROVED;
            case IncidentFact.ManualPublicationNeeded ignored -> MANUAL_NEEDED;
            case IncidentFact.ReplyPublished published ->
                switch (published.kind()) {
                    case FINAL -> ANSWERED;
                    case INTERIM -> INTERIM_PUBLISHED;
                    case CLARIFICATION -> CLARIFICATION_PUBLISHED;
                };
            case IncidentFact.NoReactionDecided ignored -> NO_REACTION;
            case IncidentFact.IncidentClosed ignored -> CLOSED;
            case IncidentFact.OrgansEngaged ignored -> ORGANS_ENGAGED;
            case IncidentFact.ContributionRequested ignored -> CONTRIBUTION_REQUESTED;
            case IncidentFact.ContributionProposed ignored -> STEP;
            case IncidentFact.ContributionDeclined ignored -> STEP;
            case IncidentFact.ContributionSubmitted ignored -> CONTRIBUTION_SUBMITTED;
            case IncidentFact.ContributionAccepted ignored -> STEP;
            case IncidentFact.ContributionReworkRequested ignored -> STEP;
            case IncidentFact.ContributionReturned ignored -> CONTRIBUTION_RETURNED;
            case IncidentFact.ContributionWithdrawn ignored -> STEP;
            case IncidentFact.DraftProposed ignored -> PROPOSED;
            case IncidentFact.DraftDeclined ignored -> DECLINED;
            case IncidentFact.DraftEdited ignored -> STEP;
            case IncidentFact.ApprovalGiven ignored -> STEP;
            case IncidentFact.CompetenceConfirmed ignored -> STEP;
            case IncidentFact.ReturnedToCurator ignored -> RETURNED_TO_CURATOR;
            case IncidentFact.HandedDown ignored -> HANDED_DOWN;
            case IncidentFact.AuthorAnswered ignored -> AUTHOR_ANSWERED;
            case IncidentFact.RepeatLinked ignored -> REPEAT_LINKED;
            case IncidentFact.IncidentReopened ignored -> REOPENED;
            case IncidentFact.MarkedAsAppeal ignored -> APPEAL_MARKED;
            case IncidentFact.PassOnDue ignored -> STEP;
            case IncidentFact.InterimGiven ignored -> STEP;
            case IncidentFact.InterimPublished ignored -> STEP;
            case IncidentFact.SignificanceAcknowledged ignored -> STEP;
            case IncidentFact.PassedUp ignored -> STEP;
            case IncidentFact.TermShortened ignored -> STEP;
            case IncidentFact.TermSet ignored -> STEP;
            case IncidentFact.StepUndone ignored -> UNDONE;
        };
    }
}
