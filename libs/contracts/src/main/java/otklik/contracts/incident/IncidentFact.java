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
    @JsonSubTypes.Type(value = IncidentFact.IncidentClosed.class, name = "incident.closed"),
    @JsonSubTypes.Type(value = IncidentFact.OrgansEngaged.class, name = "incident.organs-engaged"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionRequested.class, name = "incident.contribution-requested"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionProposed.class, name = "incident.contribution-proposed"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionDeclined.class, name = "incident.contribution-declined"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionSubmitted.class, name = "incident.contribution-submitted"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionAccepted.class, name = "incident.contribution-accepted"),
    @JsonSubTypes.Type(
            value = IncidentFact.ContributionReworkRequested.class,
            name = "incident.contribution-rework-requested"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionReturned.class, name = "incident.contribution-returned"),
    @JsonSubTypes.Type(value = IncidentFact.ContributionWithdrawn.class, name = "incident.contribution-withdrawn"),
    @JsonSubTypes.Type(value = IncidentFact.DraftProposed.class, name = "incident.draft-proposed"),
    @JsonSubTypes.Type(value = IncidentFact.DraftDeclined.class, name = "incident.draft-declined"),
    @JsonSubTypes.Type(value = IncidentFact.DraftEdited.class, name = "incident.draft-edited"),
    @JsonSubTypes.Type(value = IncidentFact.ApprovalGiven.class, name = "incident.approval-given"),
    @JsonSubTypes.Type(value = IncidentFact.CompetenceConfirmed.class, name = "incident.competence-confirmed"),
    @JsonSubTypes.Type(value = IncidentFact.ReturnedToCurator.class, name = "incident.returned-to-curator"),
    @JsonSubTypes.Type(value = IncidentFact.HandedDown.class, name = "incident.handed-down"),
    @JsonSubTypes.Type(value = IncidentFact.AuthorAnswered.class, name = "incident.author-answered"),
    @JsonSubTypes.Type(value = IncidentFact.RepeatLinked.class, name = "incident.repeat-linked"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentReopened.class, name = "incident.reopened"),
    @JsonSubTypes.Type(value = IncidentFact.MarkedAsAppeal.class, name = "incident.marked-as-appeal"),
    @JsonSubTypes.Type(value = IncidentFact.PassOnDue.class, name = "incident.pass-on-due"),
    @JsonSubTypes.Type(value = IncidentFact.InterimGiven.class, name = "incident.interim-given"),
    @JsonSubTypes.Type(value = IncidentFact.InterimPublished.class, name = "incident.interim-published"),
    @JsonSubTypes.Type(
            value = IncidentFact.SignificanceAcknowledged.class,
            name = "incident.significance-acknowledged"),
    @JsonSubTypes.Type(value = IncidentFact.PassedUp.class, name = "incident.passed-up"),
    @JsonSubTypes.Type(value = IncidentFact.TermShortened.class, name = "incident.term-shortened"),
    @JsonSubTypes.Type(value = IncidentFact.TermSet.class, name = "incident.term-set"),
    @JsonSubTypes.Type(value = IncidentFact.StepUndone.class, name = "incident.step-undone")
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

    /**
     * Kept apart, not answered (AK-17).
     *
     * @param reason in the words of whoever did it
     * @param ground which of those that the regulation names, where a person chose it
     * @param clause that names the ground
     */
    record IncidentScreenedOut(
            Screening screening,
            @Nullable String reason,
            @Nullable String ground,
            @Nullable String clause) implements IncidentFact {
        public IncidentScreenedOut(Screening screening, @Nullable String reason) {
            this(screening, reason, null, null);
        }
    }

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
     * @param hasAccount whether the organ has an account in the network of the post (KH-13); null where nobody asked
     */
    record IncidentRouted(
            String organ,
            String organName,
            boolean automatic,
            @Nullable String rule,
            @Nullable Boolean hasAccount) implements IncidentFact {
        public IncidentRouted(String organ, String organName, boolean automatic, @Nullable String rule) {
            this(organ, organName, automatic, rule, null);
        }
    }

    /** Sent back by an organ that is not competent (AK-7). */
    record IncidentReturned(String organ, String reason) implements IncidentFact {}

    /** An executor took it. */
    record WorkStarted(String organ) implements IncidentFact {}

    /**
     * A draft went for approval (AK-9, AK-11), agreed inside the organ before where the regulation wants that (LP-9).
     *
     * @param round counts from 1 over all drafts of the incident
     * @param organ whose draft it is; null when the curator or the controller wrote it
     * @param urgent marked so by the executor (VP-10)
     * @param byEmail whether it came by e-mail and was recorded (VP-13)
     * @param receivedAt when it came by e-mail to whoever approves, who recorded it later; null where it came through the system
     * @param approvals how many of the regulation's approvals it has by who wrote it (LB-6: the controller's own); null for none
     */
    record DraftSubmitted(
            ReplyKind kind,
            int round,
            @Nullable String organ,
            @Nullable Boolean urgent,
            @Nullable Boolean byEmail,
            @Nullable Instant receivedAt,
            @Nullable Integer approvals)
            implements IncidentFact {
        public DraftSubmitted(ReplyKind kind, int round) {
            this(kind, round, null, null, null, null);
        }

        public DraftSubmitted(
                ReplyKind kind,
                int round,
                @Nullable String organ,
                @Nullable Boolean urgent,
                @Nullable Boolean byEmail,
                @Nullable Instant receivedAt) {
            this(kind, round, organ, urgent, byEmail, receivedAt, null);
        }
    }

    /** Back for rework (AK-10). {@code dueAt} is the term of this rework where whoever asks for it sets it (LB-6). */
    record ReworkRequested(
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) implements IncidentFact {
        public ReworkRequested(List<String> reasons, @Nullable String comment) {
            this(reasons, comment, null);
        }
    }

    /**
     * Approved (AK-10): the publisher may send it.
     *
     * @param replyId names the reply in the publisher's ledger; one reply, one id, for ever
     * @param text what is to stand there, word for word
     * @param address what the network needs to reply there
     * @param automatic whether the publisher posts it; otherwise a person does and records the link
     * @param attachments files that stand with it, in their order (AK-16); null without any
     */
    record ReplyApproved(
            UUID replyId,
            ReplyKind kind,
            String text,
            Channel channel,
            @Nullable String url,
            Map<String, String> address,
            boolean automatic,
            @Nullable List<Attachment> attachments)
            implements IncidentFact {
        public ReplyApproved(
                UUID replyId,
                ReplyKind kind,
                String text,
                Channel channel,
                @Nullable String url,
                Map<String, String> address,
                boolean automatic) {
            this(replyId, kind, text, channel, url, address, automatic, null);
        }

        public ReplyApproved {
            attachments = attachments == null ? null : List.copyOf(attachments);
        }
    }

    /** It cannot be posted by the system; a person is to do it and to record the link. */
    record ManualPublicationNeeded(UUID replyId, String reason) implements IncidentFact {}

    /** The reply stands where the post stands (AK-12). {@code publishedAt} is when, not when we learned of it. */
    record ReplyPublished(UUID replyId, ReplyKind kind, String permalink, Instant publishedAt, boolean manual)
            implements IncidentFact {}

    /** A curator decided that no reply is due. */
    record NoReactionDecided(String reason) implements IncidentFact {}

    /** Done. */
    record IncidentClosed(String reason) implements IncidentFact {}

    /**
     * The question belongs to several organs (AK-14, KH-7, LB-5, LP-13, VP-21). Told again when the order changes. Who is to contribute
     * now is told by {@link ContributionRequested}.
     *
     * @param organs in the order in which they work; where they work at once the order means nothing
     * @param lead the organ that writes the common reply; null where the curator or the controller does
     * @param mode as in the profile: {@code sequential-with-lead}, {@code sequential}, {@code parallel-consolidated-by-curator},
     *     {@code parallel-consolidated-by-controller}
     * @param complete true where something was awaited until this order and nothing is with it: all parts are there to be put together (KH-13);
     *     null otherwise
     */
    record OrgansEngaged(
            List<String> organs,
            @Nullable String lead,
            String mode,
            @Nullable Boolean complete) implements IncidentFact {
        public OrgansEngaged(List<String> organs, @Nullable String lead, String mode) {
            this(organs, lead, mode, null);
        }
    }

    /**
     * The organ is to give its part now: its own clocks begin. The lead of a sequence is asked last and is sent the incident itself
     * ({@link IncidentRouted}) at the same instant; its part is the common draft.
     */
    record ContributionRequested(String organ, String organName, boolean lead) implements IncidentFact {}

    /** The part waits for agreement inside the organ (LP-13, LB-5). */
    record ContributionProposed(String organ, int round) implements IncidentFact {}

    /** Inside the organ it was not agreed; the executor goes on. */
    record ContributionDeclined(String organ, @Nullable String comment) implements IncidentFact {}

    /** The part is with the curator or the controller. {@code round} counts from 1 over the drafts of this part. */
    record ContributionSubmitted(String organ, int round) implements IncidentFact {}

    /** The part was approved, or came back amended (KH-13). {@code last} when all the others were before it. */
    record ContributionAccepted(String organ, boolean last) implements IncidentFact {}

    /** The part goes back to its organ (KH-12, LB-6). */
    record ContributionReworkRequested(
            String organ,
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) implements IncidentFact {}

    /** One of several organs is not competent; the others go on. {@code last} when nobody else's part is awaited any more. */
    record ContributionReturned(String organ, String reason, boolean last) implements IncidentFact {}

    /** The organ was asked for its part and is no longer: the curator changed who takes part or in which order. */
    record ContributionWithdrawn(String organ) implements IncidentFact {}

    /** A draft waits for agreement inside the organ (VP-16, LB-5, LP-9). */
    record DraftProposed(
            ReplyKind kind, int round, @Nullable String organ) implements IncidentFact {}

    /** Inside the organ it was not agreed; the executor goes on. */
    record DraftDeclined(@Nullable String organ, @Nullable String comment) implements IncidentFact {}

    /** The curator changed the draft that waits for approval (VP-18). */
    record DraftEdited(int round) implements IncidentFact {}

    /** One of several approvals was given, not the last one (LB-6). Roles in lower case. */
    record ApprovalGiven(String role, String nextRole) implements IncidentFact {}

    /** The head of the body found the question to be theirs (LB-5). */
    record CompetenceConfirmed(String organ) implements IncidentFact {}

    /** The district is not competent: back to the city's curator (LB-4). */
    record ReturnedToCurator(String reason) implements IncidentFact {}

    /** The city's curator gives it to the district again. */
    record HandedDown(@Nullable String comment) implements IncidentFact {}

    /** The author answered what was asked; work goes on. */
    record AuthorAnswered(@Nullable String organ) implements IncidentFact {}

    /** The same question was considered before (AK-15, VP-19, LP-14). */
    record RepeatLinked(UUID earlier, String earlierNumber) implements IncidentFact {}

    /** What was done is not done; work goes on, with that organ if there is one. */
    record IncidentReopened(@Nullable String organ, String reason) implements IncidentFact {}

    /** It should be an appeal under 59-FZ; it is never registered as one, the author is told the procedure (VP-2, KH-2). */
    record MarkedAsAppeal(String reason) implements IncidentFact {}

    /** Nobody has been sent it yet, and it has to be passed on today: a day off comes (VP-10). */
    record PassOnDue(String clause) implements IncidentFact {}

    /** Whoever has to pass on what is significant has read it (LP-22): nothing of the work on the answer changes. */
    record SignificanceAcknowledged(String clause) implements IncidentFact {}

    /**
     * What is significant was passed on to somebody above the organs (LP-22).
     *
     * @param to their title, Russian
     * @param note how, in the words of whoever did
     */
    record PassedUp(String clause, String to, String note) implements IncidentFact {}

    /**
     * The curator wants it sooner than the regulation (LP-6): what the regulation lets them shorten is due at {@code dueAt} where that is
     * earlier than its own end, also with whoever has the incident next. Told again, the last one holds.
     */
    record TermShortened(Instant dueAt, String reason) implements IncidentFact {}

    /**
     * Where the regulation has no figure for what an organ owes, somebody set it (LB-5): the draft or the part of the organ that works on it
     * is due at {@code dueAt}. Told again for the same organ, earlier or later, the last one holds.
     */
    record TermSet(String organ, Instant dueAt) implements IncidentFact {}

    /**
     * The system gave the author an interim reply, because days off come (VP-10): the publisher may send it. It is beside the walk: the
     * incident stays where it is, and every clock runs on.
     *
     * @param replyId as in {@link ReplyApproved}
     * @param automatic whether the publisher posts it; otherwise a person does and records the link
     */
    record InterimGiven(
            UUID replyId,
            String clause,
            String text,
            Channel channel,
            @Nullable String url,
            Map<String, String> address,
            boolean automatic)
            implements IncidentFact {}

    /** That interim reply stands where the post stands. Ends no clock. */
    record InterimPublished(UUID replyId, String permalink, Instant publishedAt, boolean manual)
            implements IncidentFact {}

    /**
     * Whoever took the last step took it back within seconds: every fact after version {@code backTo} is as though it had not been, and
     * the incident stands as it stood there. Nothing that had left the house is ever undone.
     *
     * @param state as the API of routing-service names it
     * @param organ that has it again, null if nobody does
     * @param classification as it holds again
     */
    record StepUndone(long backTo, String state, @Nullable String organ, Classification classification)
            implements IncidentFact {}
}
