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
    @JsonSubTypes.Type(Fact.IncidentClosed.class)
})
public sealed interface Fact {

    Incident after(Incident before);

    /** Name of the fact, as in the timeline and in the answers to commands. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The first fact of every incident; see {@link Registration}. */
    record IncidentRegistered(
            String number,
            Channel channel,
            PostKind kind,
            @Nullable String url,
            Classification classification,
            Instant detectedAt)
            implements Fact {
        @Override
        public Incident after(Incident before) {
            return before;
        }
    }

    record IncidentScreenedOut(
            Screening screening, @Nullable String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.heldBy(null).in(State.SCREENED_OUT);
        }
    }

    record IncidentRestored(String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.heldBy(null).in(State.NEW);
        }
    }

    record ClassificationCorrected(
            String topicGroup, String topic, @Nullable String location, Importance importance) implements Fact {
        @Override
        public Incident after(Incident before) {
            Classification old = before.classification();
            return before.classified(new Classification(
                    topicGroup,
                    topic,
                    location,
                    importance,
                    old.screening(),
                    1,
                    List.of("исправлено куратором"),
                    "person"));
        }
    }

    record IncidentRouted(
            String organ,
            String organName,
            boolean automatic,
            @Nullable String rule) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.heldBy(organ).reworked(null).in(State.ROUTED);
        }
    }

    record IncidentReturned(String organ, String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.heldBy(null).in(State.RETURNED);
        }
    }

    record WorkStarted(String organ) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.in(State.IN_WORK);
        }
    }

    record DraftSubmitted(ReplyKind kind, String text, int round, Actor by, Instant at) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.drafted(new Incident.Draft(kind, text, by, at, round)).in(State.ON_APPROVAL);
        }
    }

    record ReworkRequested(List<String> reasons, @Nullable String comment) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.reworked(new Incident.Rework(reasons, comment)).in(State.REWORK);
        }
    }

    record ReplyApproved(UUID replyId, ReplyKind kind, String text, boolean automatic) implements Fact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply.Status status =
                    automatic ? Incident.Reply.Status.REQUESTED : Incident.Reply.Status.MANUAL_NEEDED;
            return before.replying(new Incident.Reply(replyId, kind, text, status, null, null, null, false))
                    .in(State.APPROVED);
        }
    }

    record ManualPublicationNeeded(UUID replyId, String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply reply = before.reply();
            return reply == null ? before : before.replying(reply.needsHands(reason));
        }
    }

    record ReplyPublished(UUID replyId, ReplyKind kind, String permalink, Instant publishedAt, boolean manual)
            implements Fact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply reply = before.reply();
            Incident said = reply == null ? before : before.replying(reply.published(permalink, publishedAt, manual));
            return said.in(
                    switch (kind) {
                        case FINAL -> State.DONE;
                        case INTERIM -> State.AWAITING_FINAL;
                        case CLARIFICATION -> State.AWAITING_AUTHOR;
                    });
        }
    }

    record NoReactionDecided(String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.heldBy(null).in(State.NO_REACTION);
        }
    }

    record IncidentClosed(String reason) implements Fact {
        @Override
        public Incident after(Incident before) {
            return before.in(State.DONE);
        }
    }
}
