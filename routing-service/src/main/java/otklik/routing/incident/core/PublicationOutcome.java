package otklik.routing.incident.core;

import java.util.List;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;

/** What the publisher's word makes of an incident (AK-12). A word about another reply than the awaited one changes nothing. */
public final class PublicationOutcome {

    private PublicationOutcome() {}

    public static List<Fact> facts(Incident incident, PublicationEvent event) {
        Incident.Reply reply = incident.reply();
        if (reply == null || !reply.id().equals(event.replyId()) || incident.state() != State.APPROVED) {
            return List.of();
        }
        return switch (event.fact()) {
            case PublicationFact.PublicationSucceeded done ->
                List.of(new Fact.ReplyPublished(reply.id(), reply.kind(), done.permalink(), done.publishedAt(), false));
            case PublicationFact.PublicationRefused refused ->
                reply.status() == Incident.Reply.Status.MANUAL_NEEDED
                        ? List.of()
                        : List.of(new Fact.ManualPublicationNeeded(reply.id(), refused.reason()));
        };
    }
}
