package otklik.sla.deadline.core;

import static java.util.Objects.requireNonNullElse;
import static otklik.regulation.Trigger.*;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Trigger;

/**
 * What a fact of an incident's life is to the clocks: the triggers it pulls, and when. The only place that knows both vocabularies.
 *
 * @param at whole microseconds, the precision of everything stored here
 * @param ends what it ends, whoever's clock it is
 * @param endsOfOrgan what it ends of the clocks of {@code organ} alone: others of several organs go on
 * @param starts what it starts, for {@code organ} where that is set, otherwise for the organ of the incident
 * @param organ the one of several organs whose part this is about, null where it is about the whole
 */
record Moment(
        Instant at,
        Set<Trigger> ends,
        Set<Trigger> endsOfOrgan,
        Set<Trigger> starts,
        @Nullable String organ) {

    static Moment of(IncidentEvent event) {
        return of(event, at(event).truncatedTo(ChronoUnit.MICROS));
    }

    /** A detection, a publication or a draft in an e-mail (VP-13) may be told later than it came about. */
    private static Instant at(IncidentEvent event) {
        return switch (event.fact()) {
            case IncidentFact.IncidentRegistered registered -> registered.detectedAt();
            case IncidentFact.ReplyPublished published -> published.publishedAt();
            case IncidentFact.DraftSubmitted draft -> requireNonNullElse(draft.receivedAt(), event.at());
            case IncidentFact other -> event.at();
        };
    }

    private static Moment of(IncidentEvent event, Instant at) {
        return switch (event.fact()) {
            case IncidentFact.IncidentRegistered registered ->
                registered.classification().screening().passes() ? whole(at, DETECTED) : whole(at);
            case IncidentFact.IncidentScreenedOut ignored -> whole(at, SCREENED_OUT);
            case IncidentFact.IncidentRestored ignored -> whole(at, DETECTED);
            case IncidentFact.ClassificationCorrected ignored -> whole(at);
            case IncidentFact.IncidentRouted ignored -> whole(at, ASSIGNED);
            case IncidentFact.IncidentReturned ignored -> whole(at, RETURNED);
            case IncidentFact.WorkStarted started -> part(at, started.organ(), Set.of(WORK_STARTED), Set.of());
            case IncidentFact.DraftSubmitted submitted -> whole(at, submitted(submitted.kind()));
            case IncidentFact.ReworkRequested ignored -> whole(at, REWORK_REQUESTED);
            case IncidentFact.ReplyApproved ignored -> whole(at, APPROVED);
            case IncidentFact.ManualPublicationNeeded ignored -> whole(at);
            case IncidentFact.ReplyPublished published -> whole(at, published(published.kind()));
            case IncidentFact.NoReactionDecided ignored -> whole(at, NO_REACTION);
            case IncidentFact.IncidentClosed ignored -> whole(at, CLOSED);
            // Who is to work on it is decided by that, also where nobody is left to be asked (KH-8).
            case IncidentFact.OrgansEngaged engaged ->
                new Moment(at, Set.of(ASSIGNED), Set.of(), last(Boolean.TRUE.equals(engaged.complete())), null);
            case IncidentFact.ContributionRequested requested -> requested(at, requested);
            case IncidentFact.ContributionProposed proposed ->
                part(at, proposed.organ(), Set.of(WORK_STARTED), Set.of());
            case IncidentFact.ContributionDeclined ignored -> whole(at);
            case IncidentFact.ContributionSubmitted submitted ->
                part(at, submitted.organ(), Set.of(CONTRIBUTION_SUBMITTED, DRAFT_SUBMITTED), Set.of(DRAFT_SUBMITTED));
            case IncidentFact.ContributionAccepted accepted ->
                part(at, accepted.organ(), Set.of(APPROVED), last(accepted.last()));
            case IncidentFact.ContributionReworkRequested requested ->
                part(at, requested.organ(), Set.of(REWORK_REQUESTED), Set.of(REWORK_REQUESTED));
            case IncidentFact.ContributionReturned returned ->
                part(
                        at,
                        returned.organ(),
                        Set.of(RETURNED),
                        returned.last() ? Set.of(RETURNED, LAST_CONTRIBUTION) : Set.of(RETURNED));
            case IncidentFact.ContributionWithdrawn withdrawn -> part(at, withdrawn.organ(), Set.of(CLOSED), Set.of());
            case IncidentFact.DraftProposed ignored -> new Moment(at, Set.of(WORK_STARTED), Set.of(), Set.of(), null);
            case IncidentFact.DraftDeclined ignored -> whole(at);
            case IncidentFact.DraftEdited ignored -> whole(at);
            case IncidentFact.ApprovalGiven ignored -> new Moment(at, Set.of(APPROVED), Set.of(), Set.of(), null);
            case IncidentFact.CompetenceConfirmed confirmed ->
                part(at, confirmed.organ(), Set.of(COMPETENCE_CONFIRMED), Set.of());
            case IncidentFact.ReturnedToCurator ignored -> whole(at, RETURNED_TO_CURATOR);
            case IncidentFact.HandedDown ignored -> whole(at, DETECTED);
            case IncidentFact.AuthorAnswered ignored -> whole(at);
            case IncidentFact.RepeatLinked ignored -> whole(at);
            case IncidentFact.IncidentReopened reopened -> whole(at, reopened.organ() == null ? RETURNED : ASSIGNED);
            case IncidentFact.MarkedAsAppeal ignored -> whole(at);
            case IncidentFact.PassOnDue ignored -> whole(at);
            case IncidentFact.InterimGiven ignored -> whole(at);
            case IncidentFact.InterimPublished ignored -> whole(at);
            case IncidentFact.SignificanceAcknowledged ignored -> whole(at);
            case IncidentFact.PassedUp ignored -> whole(at);
            case IncidentFact.TermShortened ignored -> whole(at);
            case IncidentFact.TermSet ignored -> whole(at);
            case IncidentFact.StepUndone ignored -> whole(at);
        };
    }

    /** The lead of a sequence is sent the incident itself, which starts its other clocks. */
    private static Moment requested(Instant at, IncidentFact.ContributionRequested requested) {
        return requested.lead()
                ? part(at, requested.organ(), Set.of(), Set.of(CONTRIBUTION_REQUESTED))
                : new Moment(
                        at, Set.of(ASSIGNED), Set.of(), Set.of(ASSIGNED, CONTRIBUTION_REQUESTED), requested.organ());
    }

    private static Set<Trigger> last(boolean last) {
        return last ? Set.of(LAST_CONTRIBUTION) : Set.of();
    }

    private static Moment whole(Instant at, Trigger... triggers) {
        return new Moment(at, Set.of(triggers), Set.of(), Set.of(triggers), null);
    }

    private static Moment part(Instant at, String organ, Set<Trigger> ends, Set<Trigger> starts) {
        return new Moment(at, Set.of(), ends, starts, organ);
    }

    private static Trigger[] submitted(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> new Trigger[] {DRAFT_SUBMITTED, FINAL_SUBMITTED};
            case INTERIM -> new Trigger[] {DRAFT_SUBMITTED, INTERIM_SUBMITTED};
            case CLARIFICATION -> new Trigger[] {DRAFT_SUBMITTED, CLARIFICATION_REPORTED};
        };
    }

    private static Trigger published(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> PUBLISHED;
            case INTERIM -> INTERIM_PUBLISHED;
            case CLARIFICATION -> CLARIFICATION_PUBLISHED;
        };
    }
}
