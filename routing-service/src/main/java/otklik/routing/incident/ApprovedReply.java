package otklik.routing.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.ReplyKind;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.StepFact;
import otklik.routing.incident.core.StepUndone;

/**
 * A reply to the author that was let out, as the facts tell of it.
 *
 * @param at when it was approved, or given by the system of itself
 * @param by who let it out
 * @param published where it stands; null while it stands nowhere
 */
record ApprovedReply(
        UUID id,
        ReplyKind kind,
        String text,
        List<Attachment> attachments,
        Instant at,
        Actor by,
        @Nullable Published published) {

    /**
     * That it stands somewhere.
     *
     * @param by who put it there: the system, or the person who recorded it
     * @param textSha256 of the text as it was sent, hexadecimal; null where a person put it there, and in facts from before it was kept
     */
    record Published(
            String permalink,
            Instant at,
            Actor by,
            boolean manual,
            @Nullable String textSha256) {}

    /** All of an incident, first to last, the interim ones before days off (VP-10) too; without approvals that were taken back. */
    static List<ApprovedReply> of(List<StoredFact> facts) {
        List<ApprovedReply> replies = new ArrayList<>();
        for (StoredFact stored : StepUndone.holding(facts, StoredFact::fact)) {
            Fact fact = stored.fact();
            replies.replaceAll(reply -> reply.after(fact, stored));
            approved(fact, stored).forEach(replies::add);
        }
        return replies;
    }

    private static Stream<ApprovedReply> approved(Fact fact, StoredFact stored) {
        return switch (fact) {
            case Fact.ReplyApproved f -> Stream.of(of(f.replyId(), f.kind(), f.text(), f.attachments(), stored));
            case StepFact.InterimGiven f -> Stream.of(of(f.replyId(), ReplyKind.INTERIM, f.text(), null, stored));
            case Fact other -> Stream.empty();
        };
    }

    private static ApprovedReply of(
            UUID id, ReplyKind kind, String text, @Nullable List<Attachment> files, StoredFact stored) {
        return new ApprovedReply(id, kind, text, files == null ? List.of() : files, stored.at(), stored.actor(), null);
    }

    private ApprovedReply after(Fact fact, StoredFact stored) {
        return switch (fact) {
            case Fact.ReplyPublished f
            when f.replyId().equals(id) ->
                standing(new Published(f.permalink(), f.publishedAt(), stored.actor(), f.manual(), f.textSha256()));
            case StepFact.InterimPublished f
            when f.replyId().equals(id) ->
                standing(new Published(f.permalink(), f.publishedAt(), stored.actor(), f.manual(), f.textSha256()));
            case Fact other -> this;
        };
    }

    private ApprovedReply standing(Published there) {
        return new ApprovedReply(id, kind, text, attachments, at, by, there);
    }
}
