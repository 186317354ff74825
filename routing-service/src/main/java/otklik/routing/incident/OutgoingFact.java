package otklik.routing.incident;

import otklik.contracts.incident.IncidentFact;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;

/** The one place where our facts become what the other services are told. Texts of drafts stay here; only an approved reply goes out. */
final class OutgoingFact {

    private OutgoingFact() {}

    /** @param incident for what never changes in it: where its post stands */
    static IncidentFact of(Fact fact, Incident incident) {
        return switch (fact) {
            case Fact.IncidentRegistered f ->
                new IncidentFact.IncidentRegistered(
                        f.number(), f.channel(), f.kind(), f.url(), f.classification(), f.detectedAt());
            case Fact.IncidentScreenedOut f -> new IncidentFact.IncidentScreenedOut(f.screening(), f.reason());
            case Fact.IncidentRestored f -> new IncidentFact.IncidentRestored(f.reason());
            case Fact.ClassificationCorrected f ->
                new IncidentFact.ClassificationCorrected(f.topicGroup(), f.topic(), f.location(), f.importance());
            case Fact.IncidentRouted f ->
                new IncidentFact.IncidentRouted(f.organ(), f.organName(), f.automatic(), f.rule());
            case Fact.IncidentReturned f -> new IncidentFact.IncidentReturned(f.organ(), f.reason());
            case Fact.WorkStarted f -> new IncidentFact.WorkStarted(f.organ());
            case Fact.DraftSubmitted f -> new IncidentFact.DraftSubmitted(f.kind(), f.round());
            case Fact.ReworkRequested f -> new IncidentFact.ReworkRequested(f.reasons(), f.comment());
            case Fact.ReplyApproved f ->
                new IncidentFact.ReplyApproved(
                        f.replyId(),
                        f.kind(),
                        f.text(),
                        incident.channel(),
                        incident.url(),
                        incident.address(),
                        f.automatic());
            case Fact.ManualPublicationNeeded f -> new IncidentFact.ManualPublicationNeeded(f.replyId(), f.reason());
            case Fact.ReplyPublished f ->
                new IncidentFact.ReplyPublished(f.replyId(), f.kind(), f.permalink(), f.publishedAt(), f.manual());
            case Fact.NoReactionDecided f -> new IncidentFact.NoReactionDecided(f.reason());
            case Fact.IncidentClosed f -> new IncidentFact.IncidentClosed(f.reason());
        };
    }
}
