package otklik.routing.incident.core;

import java.util.List;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;

/** What the publisher's word makes of an incident (AK-12). A word about another reply than the awaited one changes nothing. */
public final class PublicationOutcome {

    private PublicationOutcome() {}

    public static List<Fact> facts(Incident incident, PublicationEvent event) {
        Incident.Reply interim = incident.marks().interim();
        if (interim != null && interim.id().equals(event.replyId())) {
            return interim.status() == Incident.Reply.Status.PUBLISHED ? List.of() : ofInterim(interim, event);
        }
        Incident.Reply reply = incident.reply();
        return reply == null || !reply.id().equals(event.replyId()) || incident.state() != State.APPROVED
                ? List.of()
                : ofReply(reply, event);
    }

    private static List<Fact> ofReply(Incident.Reply reply, PublicationEvent event) {
        return switch (event.fact()) {
            case PublicationFact.PublicationSucceeded done ->
                List.of(new Fact.ReplyPublished(
                        reply.id(),
                        reply.kind(),
                        done.permalink(),
                        done.publishedAt(),
                        false,
                        done.remoteId(),
                        done.textSha256()));
            case PublicationFact.PublicationRefused refused -> forHands(reply, refused);
        };
    }

    /** The reply before days off: the walk goes on as it was, wherever it is. */
    private static List<Fact> ofInterim(Incident.Reply interim, PublicationEvent event) {
        return switch (event.fact()) {
            case PublicationFact.PublicationSucceeded done ->
                List.of(new StepFact.InterimPublished(
                        interim.id(), done.permalink(), done.publishedAt(), false, done.remoteId(), done.textSha256()));
            case PublicationFact.PublicationRefused refused -> forHands(interim, refused);
        };
    }

    private static List<Fact> forHands(Incident.Reply reply, PublicationFact.PublicationRefused refused) {
        return reply.status() == Incident.Reply.Status.MANUAL_NEEDED
                ? List.of()
                : List.of(new Fact.ManualPublicationNeeded(reply.id(), refused.reason()));
    }
}
