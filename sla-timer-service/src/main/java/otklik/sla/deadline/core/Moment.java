package otklik.sla.deadline.core;

import static otklik.regulation.Trigger.*;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Trigger;

/**
 * What a fact of an incident's life is to the clocks: the triggers it pulls, and when. The only place that knows both vocabularies.
 *
 * @param at whole microseconds, the precision of everything stored here
 */
record Moment(Set<Trigger> triggers, Instant at) {

    static Moment of(IncidentEvent event) {
        return new Moment(triggers(event.fact()), at(event).truncatedTo(ChronoUnit.MICROS));
    }

    /** A detection or a publication may be told later than it came about. */
    private static Instant at(IncidentEvent event) {
        return switch (event.fact()) {
            case IncidentFact.IncidentRegistered registered -> registered.detectedAt();
            case IncidentFact.ReplyPublished published -> published.publishedAt();
            case IncidentFact other -> event.at();
        };
    }

    private static Set<Trigger> triggers(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.IncidentRegistered registered ->
                registered.classification().screening().passes() ? Set.of(DETECTED) : Set.of();
            case IncidentFact.IncidentScreenedOut ignored -> Set.of(SCREENED_OUT);
            case IncidentFact.IncidentRestored ignored -> Set.of(DETECTED);
            case IncidentFact.ClassificationCorrected ignored -> Set.of();
            case IncidentFact.IncidentRouted ignored -> Set.of(ASSIGNED);
            case IncidentFact.IncidentReturned ignored -> Set.of(RETURNED);
            case IncidentFact.WorkStarted ignored -> Set.of(WORK_STARTED);
            case IncidentFact.DraftSubmitted submitted -> submitted(submitted.kind());
            case IncidentFact.ReworkRequested ignored -> Set.of(REWORK_REQUESTED);
            case IncidentFact.ReplyApproved ignored -> Set.of(APPROVED);
            case IncidentFact.ManualPublicationNeeded ignored -> Set.of();
            case IncidentFact.ReplyPublished published -> published(published.kind());
            case IncidentFact.NoReactionDecided ignored -> Set.of(NO_REACTION);
            case IncidentFact.IncidentClosed ignored -> Set.of(CLOSED);
            case IncidentFact.OrgansEngaged ignored -> Set.of();
            case IncidentFact.ContributionRequested ignored -> Set.of(ASSIGNED, CONTRIBUTION_REQUESTED);
            case IncidentFact.ContributionProposed ignored -> Set.of(WORK_STARTED);
            case IncidentFact.ContributionDeclined ignored -> Set.of();
            case IncidentFact.ContributionSubmitted ignored -> Set.of(CONTRIBUTION_SUBMITTED);
            case IncidentFact.ContributionAccepted accepted -> accepted.last() ? Set.of(LAST_CONTRIBUTION) : Set.of();
            case IncidentFact.ContributionReworkRequested ignored -> Set.of();
            case IncidentFact.ContributionReturned ignored -> Set.of();
            case IncidentFact.ContributionWithdrawn ignored -> Set.of();
            case IncidentFact.DraftProposed ignored -> Set.of(WORK_STARTED);
            case IncidentFact.DraftDeclined ignored -> Set.of();
            case IncidentFact.DraftEdited ignored -> Set.of();
            case IncidentFact.ApprovalGiven ignored -> Set.of(APPROVED);
            case IncidentFact.CompetenceConfirmed ignored -> Set.of(COMPETENCE_CONFIRMED);
            case IncidentFact.ReturnedToCurator ignored -> Set.of(RETURNED_TO_CURATOR);
            case IncidentFact.HandedDown ignored -> Set.of(DETECTED);
            case IncidentFact.AuthorAnswered ignored -> Set.of();
            case IncidentFact.RepeatLinked ignored -> Set.of();
            case IncidentFact.IncidentReopened ignored -> Set.of();
            case IncidentFact.MarkedAsAppeal ignored -> Set.of();
        };
    }

    private static Set<Trigger> submitted(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> Set.of(DRAFT_SUBMITTED, FINAL_SUBMITTED);
            case INTERIM -> Set.of(DRAFT_SUBMITTED, INTERIM_SUBMITTED);
            case CLARIFICATION -> Set.of(DRAFT_SUBMITTED, CLARIFICATION_REPORTED);
        };
    }

    private static Set<Trigger> published(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> Set.of(PUBLISHED);
            case INTERIM -> Set.of(INTERIM_PUBLISHED);
            case CLARIFICATION -> Set.of(CLARIFICATION_PUBLISHED);
        };
    }
}
