package otklik.contracts.incident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.post.PostKind;

/** What came about. Carries no personal data of citizens; the text of a reply only where the publisher needs it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IncidentFact.IncidentRegistered.class, name = "incident.registered"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentScreenedOut.class, name = "incident.screened-out"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentRestored.class, name = "incident.restored"),
    @JsonSubTypes.Type(value = IncidentFact.ClassificationCorrected.class, name = "incident.classification-corrected"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentRouted.class, name = "incident.routed"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentReturned.class, name = "incident.returned"),
    @JsonSubTypes.Type(value = IncidentFact.WorkStarted.class, name = "incident.work-started"),
    @JsonSubTypes.Type(value = IncidentFact.DraftSubmitted.class, name = "incident.draft-submitted"),
    @JsonSubTypes.Type(value = IncidentFact.ReworkRequested.class, name = "incident.rework-requested"),
    @JsonSubTypes.Type(value = IncidentFact.ReplyApproved.class, name = "incident.reply-approved"),
    @JsonSubTypes.Type(value = IncidentFact.ManualPublicationNeeded.class, name = "incident.manual-publication-needed"),
    @JsonSubTypes.Type(value = IncidentFact.ReplyPublished.class, name = "incident.reply-published"),
    @JsonSubTypes.Type(value = IncidentFact.NoReactionDecided.class, name = "incident.no-reaction-decided"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentClosed.class, name = "incident.closed")
})
public sealed interface IncidentFact {

    /** The incident exists (AK-6). {@code detectedAt} starts the clocks that run from detection. */
    record IncidentRegistered(
            String number,
            Channel channel,
            PostKind kind,
            @Nullable String url,
            Classification classification,
            Instant detectedAt)
            implements IncidentFact {}

    /** Kept apart, not answered (AK-17). */
    record IncidentScreenedOut(
            Screening screening, @Nullable String reason) implements IncidentFact {}

    /** A person found that it was screened out, or closed as needing no reaction, wrongly. */
    record IncidentRestored(String reason) implements IncidentFact {}

    /** The curator knows better than the classifier. */
    record ClassificationCorrected(
            String topicGroup, String topic, @Nullable String location, Importance importance)
            implements IncidentFact {}

    /**
     * Sent to an organ (AK-6).
     *
     * @param rule id of the routing rule, null when a person chose by hand
     * @param automatic whether the system did it by itself
     */
    record IncidentRouted(
            String organ,
            String organName,
            boolean automatic,
            @Nullable String rule) implements IncidentFact {}

    /** Sent back by an organ that is not competent (AK-7). */
    record IncidentReturned(String organ, String reason) implements IncidentFact {}

    /** An executor took it. */
    record WorkStarted(String organ) implements IncidentFact {}

    /** A draft went for approval (AK-9, AK-11). {@code round} counts from 1 over all drafts of the incident. */
    record DraftSubmitted(ReplyKind kind, int round) implements IncidentFact {}

    /** Back for rework (AK-10). */
    record ReworkRequested(List<String> reasons, @Nullable String comment) implements IncidentFact {}

    /**
     * Approved (AK-10): the publisher may send it.
     *
     * @param replyId names the reply in the publisher's ledger; one reply, one id, for ever
     * @param text what is to stand there, word for word
     * @param address what the network needs to reply there
     * @param automatic whether the publisher posts it; otherwise a person does and records the link
     */
    record ReplyApproved(
            UUID replyId,
            ReplyKind kind,
            String text,
            Channel channel,
            @Nullable String url,
            Map<String, String> address,
            boolean automatic)
            implements IncidentFact {}

    /** It cannot be posted by the system; a person is to do it and to record the link. */
    record ManualPublicationNeeded(UUID replyId, String reason) implements IncidentFact {}

    /** The reply stands where the post stands (AK-12). {@code publishedAt} is when, not when we learned of it. */
    record ReplyPublished(UUID replyId, ReplyKind kind, String permalink, Instant publishedAt, boolean manual)
            implements IncidentFact {}

    /** A curator decided that no reply is due. */
    record NoReactionDecided(String reason) implements IncidentFact {}

    /** Done. */
    record IncidentClosed(String reason) implements IncidentFact {}
}
