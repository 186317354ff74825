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
    CLOSED("DONE");

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
        return this == SCREENED_OUT || this == RESTORED || this == RETURNED || this == NO_REACTION;
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
        };
    }
}
