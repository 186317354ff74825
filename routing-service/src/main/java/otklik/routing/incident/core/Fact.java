package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;

/** What came about, as it is kept for ever. Applies itself and cannot fail: all deciding was done before. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Fact.IncidentRegistered.class),
    @JsonSubTypes.Type(Fact.IncidentScreenedOut.class),
    @JsonSubTypes.Type(Fact.IncidentRestored.class),
    @JsonSubTypes.Type(Fact.ClassificationCorrected.class),
    @JsonSubTypes.Type(Fact.IncidentRouted.class),
    @JsonSubTypes.Type(Fact.IncidentReturned.class),
    @JsonSubTypes.Type(Fact.WorkStarted.class),
    @JsonSubTypes.Type(Fact.DraftSubmitted.class),
    @JsonSubTypes.Type(Fact.ReworkRequested.class),
    @JsonSubTypes.Type(Fact.ReplyApproved.class),
    @JsonSubTypes.Type(Fact.ManualPublicationNeeded.class),
    @JsonSubTypes.Type(Fact.ReplyPublished.class),
    @JsonSubTypes.Type(Fact.NoReactionDecided.class),
    @JsonSubTypes.Type(Fact.IncidentClosed.class),
    @JsonSubTypes.Type(StepFact.DraftProposed.class),
    @JsonSubTypes.Type(StepFact.DraftDeclined.class),
    @JsonSubTypes.Type(StepFact.DraftEdited.class),
    @JsonSubTypes.Type(StepFact.ApprovalGiven.class),
    @JsonSubTypes.Type(StepFact.CompetenceConfirmed.class),
    @JsonSubTypes.Type(StepFact.ReturnedToCurator.class),
    @JsonSubTypes.Type(StepFact.HandedDown.class),
    @JsonSubTypes.Type(StepFact.AuthorAnswered.class),
    @JsonSubTypes.Type(StepFact.FoundToBeAnswer.class),
    @JsonSubTypes.Type(StepFact.RepeatLinked.class),
    @JsonSubTypes.Type(StepFact.IncidentReopened.class),
    @JsonSubTypes.Type(StepFact.MarkedAsAppeal.class),
    @JsonSubTypes.Type(StepFact.PassOnDue.class),
    @JsonSubTypes.Type(StepFact.InterimGiven.class),
    @JsonSubTypes.Type(StepFact.InterimPublished.class),
    @JsonSubTypes.Type(StepFact.SignificanceAcknowledged.class),
    @JsonSubTypes.Type(StepFact.PassedUp.class),
    @JsonSubTypes.Type(StepFact.TermShortened.class),
    @JsonSubTypes.Type(StepFact.TermSet.class),
    @JsonSubTypes.Type(PartFact.OrgansEngaged.class),
    @JsonSubTypes.Type(PartFact.ContributionRequested.class),
    @JsonSubTypes.Type(PartFact.ContributionProposed.class),
    @JsonSubTypes.Type(PartFact.ContributionDeclined.class),
    @JsonSubTypes.Type(PartFact.ContributionSubmitted.class),
    @JsonSubTypes.Type(PartFact.ContributionAccepted.class),
    @JsonSubTypes.Type(PartFact.ContributionReworkRequested.class),
    @JsonSubTypes.Type(PartFact.ContributionReturned.class),
    @JsonSubTypes.Type(PartFact.ContributionWithdrawn.class),
    @JsonSubTypes.Type(StepUndone.class)
})
public sealed interface Fact
        permits Fact.IncidentRegistered,
                Fact.IncidentScreenedOut,
                Fact.IncidentRestored,
                Fact.ClassificationCorrected,
                Fact.IncidentRouted,
                Fact.IncidentReturned,
                Fact.WorkStarted,
                Fact.DraftSubmitted,
                Fact.ReworkRequested,
                Fact.ReplyApproved,
                Fact.ManualPublicationNeeded,
                Fact.ReplyPublished,
                Fact.NoReactionDecided,
                Fact.IncidentClosed,
                StepFact,
                PartFact,
                StepUndone {

    Incident after(Incident before);

    /** Name of the fact, as in the timeline and in the answers to commands. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * The first fact of every incident; see {@link Registration}.
     *
     * @param textSha256 of the post's text, so that the trail covers the words that were answered; null in facts from before it did
     * @param jurisdiction and {@code addressSha256}, of the post's address on its network, likewise: they stand beside the facts
     */
    record IncidentRegistered(
            String number,
            Channel channel,
            PostKind kind,
            @Nullable String url,
            Classification classification,
            Instant detectedAt,
            @Nullable String textSha256,
            @Nullable String jurisdiction,
            @Nullable String addressSha256)
            implements Fact {
        @Override
        public Incident after(Incident before) {
            return before;
        }
    }

    /**
     * @param reason in the words of the person who did it, if any; the whole reason where it was done before grounds were chosen
     * @param ground that a person chose; null where the classifier found it, or the regulation names none
     */
    record IncidentScreenedOut(
            Screening screening,
            @Nullable String reason,
            @Nullable Ground ground) implements Fact {
        public IncidentScreenedOut(Screening screening, @Nullable String reason) {
            this(screening, reason, null);
        }

        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.release(State.SCREENED_OUT));
        }
    }

    /** One of the grounds for not processing a post, as the regulation worded it then. */
    record Ground(String id, String title, String clause) {}

    record IncidentRestored(String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.release(State.NEW));
        }
    }

    record ClassificationCorrected(
            String topicGroup, String topic, @Nullable String location, Importance importance) implements Fact {
        @Override
        public Incident after(Incident before) {
            boolean isNewlySignificant =
                    importance == Importance.ELEVATED && before.classification().importance() != Importance.ELEVATED;
            return before.with(next -> {
                next.marks = isNewlySignificant ? before.marks().report(null) : before.marks();
                next.classification = new Classification(
                        topicGroup,
                        topic,
                        location,
                        importance,
                        before.classification().screening(),
                        1,
                        List.of("исправлено куратором"),
                        "person");
            });
        }
    }

    record IncidentRouted(
            String organ,
            String organName,
            boolean automatic,
            @Nullable String rule,
            @Nullable Boolean hasAccount) implements Fact {
        @Override
        public Incident after(Incident before) {
            Cooperation several = before.cooperation();
            return before.with(next -> {
                next.organ = organ;
                next.rework = several != null && organ.equals(several.lead()) ? several.rework() : null;
                next.cooperation = several == null ? null : several.withoutRework();
                next.marks = before.marks().ofOrgan(hasAccount);
                next.state = before.state().isOfTheReply() ? before.state() : State.ROUTED;
            });
        }
    }

    /**
     * What other organs gave stays to be seen (AK-14). Words to the author that wait for approval, are on their way or for an answer go on
     * without the organ; the incident is with nobody meanwhile, see {@link Incident#isWithNobody}.
     */
    record IncidentReturned(String organ, String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            Cooperation several = before.cooperation();
            return before.with(next -> {
                next.organ = null;
                next.cooperation = several == null ? null : several.withoutLead();
                if (before.isOwnDraftOnItsWay()) {
                    next.draft = null;
                    next.rework = null;
                    next.state = State.RETURNED;
                    return;
                }
                next.state = before.state().isOfTheReply() && before.state() != State.AWAITING_FINAL
                        ? before.state()
                        : State.RETURNED;
            });
        }
    }

    record WorkStarted(String organ) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.state = State.IN_WORK);
        }
    }

    /**
     * {@code organ} is null when the curator or the controller wrote it. {@code receivedAt}: when it came by e-mail to whoever approves, who
     * recorded it (VP-13); null where it came through the system.
     */
    record DraftSubmitted(
            ReplyKind kind,
            String text,
            int round,
            Actor by,
            Instant at,
            @Nullable String organ,
            @Nullable Boolean urgent,
            @Nullable Boolean byEmail,
            @Nullable Integer approvals,
            @Nullable List<Attachment> attachments,
            @Nullable Instant receivedAt)
            implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.draft =
                        new Incident.Draft(kind, text, by, at, round, approvals, urgent, byEmail, null, attachments);
                next.drafts = round;
                next.rework = null;
                next.state = State.ON_APPROVAL;
            });
        }
    }

    record ReworkRequested(
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.rework = new Incident.Rework(reasons, comment, dueAt);
                next.state = State.REWORK;
            });
        }
    }

    /** {@code letPass}: what the approver let pass of what the program found; null where there was nothing. {@code at}: null in facts of before it was kept. */
    record ReplyApproved(
            UUID replyId,
            ReplyKind kind,
            String text,
            boolean automatic,
            @Nullable List<Attachment> attachments,
            @Nullable List<LetPass> letPass,
            @Nullable Instant at)
            implements Fact {

        public ReplyApproved(
                UUID replyId, ReplyKind kind, String text, boolean automatic, @Nullable List<Attachment> attachments) {
            this(replyId, kind, text, automatic, attachments, null, null);
        }

        @Override
        public Incident after(Incident before) {
            Incident.Reply.Status status =
                    automatic ? Incident.Reply.Status.REQUESTED : Incident.Reply.Status.MANUAL_NEEDED;
            return before.with(next -> {
                Boolean finalDue = (kind == ReplyKind.CLARIFICATION && before.isFinalDue()) ? true : null;
                next.reply = new Incident.Reply(
                        replyId, kind, text, status, null, null, null, false, attachments, finalDue, at);
                next.state = State.APPROVED;
            });
        }
    }

    record ManualPublicationNeeded(UUID replyId, String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply interim = before.marks().interim();
            if (interim != null && interim.id().equals(replyId)) {
                return before.with(next -> next.marks = before.marks().interim(interim.needsHands(reason)));
            }
            Incident.Reply reply = before.reply();
            return reply == null ? before : before.with(next -> next.reply = reply.needsHands(reason));
        }
    }

    /**
     * It stands there.
     *
     * @param remoteId id in the network; null where a person put it there, and in facts from before it was kept
     * @param textSha256 of the text as it was sent, hexadecimal: the publisher's proof of what was said; null as {@code remoteId}
     */
    record ReplyPublished(
            UUID replyId,
            ReplyKind kind,
            String permalink,
            Instant publishedAt,
            boolean manual,
            @Nullable String remoteId,
            @Nullable String textSha256)
            implements Fact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply reply = before.reply();
            return before.with(next -> {
                next.reply = reply == null ? null : reply.published(permalink, publishedAt, manual);
                next.state = switch (kind) {
                    case FINAL -> State.DONE;
                    case INTERIM -> State.AWAITING_FINAL;
                    case CLARIFICATION -> State.AWAITING_AUTHOR;
                };
            });
        }
    }

    record NoReactionDecided(String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.release(State.NO_REACTION));
        }
    }

    record IncidentClosed(String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.state = State.DONE);
        }
    }
}
