package otklik.routing.incident;

import java.util.Locale;
import java.util.function.Supplier;
import otklik.contracts.incident.IncidentFact;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.PartFact;
import otklik.routing.incident.core.StepFact;
import otklik.routing.incident.core.StepUndone;

/** The one place where our facts become what the other services are told. Texts of drafts stay here; only an approved reply goes out. */
final class OutgoingFact {

    private OutgoingFact() {}

    /** @param incident for what never changes in it, where its post stands; read for those few facts only that tell of it */
    static IncidentFact of(Fact fact, Supplier<Incident> incident) {
        return switch (fact) {
            case Fact.IncidentRegistered f ->
                new IncidentFact.IncidentRegistered(
                        f.number(), f.channel(), f.kind(), f.url(), f.classification(), f.detectedAt());
            case Fact.IncidentScreenedOut f ->
                f.ground() == null
                        ? new IncidentFact.IncidentScreenedOut(f.screening(), f.reason())
                        : new IncidentFact.IncidentScreenedOut(
                                f.screening(),
                                f.reason(),
                                f.ground().id(),
                                f.ground().clause());
            case Fact.IncidentRestored f -> new IncidentFact.IncidentRestored(f.reason());
            case Fact.ClassificationCorrected f ->
                new IncidentFact.ClassificationCorrected(f.topicGroup(), f.topic(), f.location(), f.importance());
            case Fact.IncidentRouted f ->
                new IncidentFact.IncidentRouted(f.organ(), f.organName(), f.automatic(), f.rule(), f.hasAccount());
            case Fact.IncidentReturned f -> new IncidentFact.IncidentReturned(f.organ(), f.reason());
            case Fact.WorkStarted f -> new IncidentFact.WorkStarted(f.organ());
            case Fact.DraftSubmitted f ->
                new IncidentFact.DraftSubmitted(
                        f.kind(), f.round(), f.organ(), f.urgent(), f.byEmail(), f.receivedAt(), f.approvals());
            case Fact.ReworkRequested f -> new IncidentFact.ReworkRequested(f.reasons(), f.comment(), f.dueAt());
            case Fact.ReplyApproved f -> approved(f, incident.get());
            case Fact.ManualPublicationNeeded f -> new IncidentFact.ManualPublicationNeeded(f.replyId(), f.reason());
            case Fact.ReplyPublished f ->
                new IncidentFact.ReplyPublished(f.replyId(), f.kind(), f.permalink(), f.publishedAt(), f.manual());
            case Fact.NoReactionDecided f -> new IncidentFact.NoReactionDecided(f.reason());
            case Fact.IncidentClosed f -> new IncidentFact.IncidentClosed(f.reason());
            case StepFact f -> step(f, incident);
            case PartFact f -> part(f);
            case StepUndone f ->
                new IncidentFact.StepUndone(
                        f.backTo(),
                        f.earlier().state().name(),
                        f.earlier().organ(),
                        f.earlier().classification());
        };
    }

    private static IncidentFact step(StepFact fact, Supplier<Incident> incident) {
        return switch (fact) {
            case StepFact.DraftProposed f -> new IncidentFact.DraftProposed(f.kind(), f.round(), f.organ());
            case StepFact.DraftDeclined f -> new IncidentFact.DraftDeclined(f.organ(), f.comment());
            case StepFact.DraftEdited f -> new IncidentFact.DraftEdited(f.round());
            case StepFact.ApprovalGiven f -> new IncidentFact.ApprovalGiven(f.role(), f.nextRole());
            case StepFact.CompetenceConfirmed f -> new IncidentFact.CompetenceConfirmed(f.organ());
            case StepFact.ReturnedToCurator f -> new IncidentFact.ReturnedToCurator(f.reason());
            case StepFact.HandedDown f -> new IncidentFact.HandedDown(f.comment());
            case StepFact.AuthorAnswered f -> new IncidentFact.AuthorAnswered(f.organ());
            case StepFact.FoundToBeAnswer f -> new IncidentFact.NoReactionDecided(FactWords.title(f));
            case StepFact.RepeatLinked f -> new IncidentFact.RepeatLinked(f.earlier(), f.earlierNumber());
            case StepFact.IncidentReopened f -> new IncidentFact.IncidentReopened(f.organ(), f.reason());
            case StepFact.MarkedAsAppeal f -> new IncidentFact.MarkedAsAppeal(f.reason());
            case StepFact.PassOnDue f -> new IncidentFact.PassOnDue(f.clause());
            case StepFact.SignificanceAcknowledged f -> new IncidentFact.SignificanceAcknowledged(f.clause());
            case StepFact.TermSet f -> new IncidentFact.TermSet(f.organ(), f.dueAt());
            case StepFact.TermShortened f -> new IncidentFact.TermShortened(f.dueAt(), f.reason());
            case StepFact.PassedUp f -> new IncidentFact.PassedUp(f.clause(), f.to(), f.note());
            case StepFact.InterimGiven f -> given(f, incident.get());
            case StepFact.InterimPublished f ->
                new IncidentFact.InterimPublished(f.replyId(), f.permalink(), f.publishedAt(), f.manual());
        };
    }

    private static IncidentFact approved(Fact.ReplyApproved fact, Incident incident) {
        return new IncidentFact.ReplyApproved(
                fact.replyId(),
                fact.kind(),
                fact.text(),
                incident.channel(),
                incident.url(),
                incident.address(),
                fact.automatic(),
                fact.attachments());
    }

    private static IncidentFact given(StepFact.InterimGiven fact, Incident incident) {
        return new IncidentFact.InterimGiven(
                fact.replyId(),
                fact.clause(),
                fact.text(),
                incident.channel(),
                incident.url(),
                incident.address(),
                fact.automatic());
    }

    private static IncidentFact part(PartFact fact) {
        return switch (fact) {
            case PartFact.OrgansEngaged f ->
                new IncidentFact.OrgansEngaged(
                        f.organs(),
                        f.lead(),
                        f.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        f.complete());
            case PartFact.ContributionRequested f ->
                new IncidentFact.ContributionRequested(f.organ(), f.organName(), f.lead());
            case PartFact.ContributionProposed f -> new IncidentFact.ContributionProposed(f.organ(), f.round());
            case PartFact.ContributionDeclined f -> new IncidentFact.ContributionDeclined(f.organ(), f.comment());
            case PartFact.ContributionSubmitted f -> new IncidentFact.ContributionSubmitted(f.organ(), f.round());
            case PartFact.ContributionAccepted f -> new IncidentFact.ContributionAccepted(f.organ(), f.last());
            case PartFact.ContributionReworkRequested f ->
                new IncidentFact.ContributionReworkRequested(f.organ(), f.reasons(), f.comment(), f.dueAt());
            case PartFact.ContributionReturned f ->
                new IncidentFact.ContributionReturned(f.organ(), f.reason(), f.last());
            case PartFact.ContributionWithdrawn f -> new IncidentFact.ContributionWithdrawn(f.organ());
        };
    }
}
