package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.ReplyKind;

/**
 * An incident as its facts have made it. Immutable; only facts change it. The post's text and author are not here: no rule asks for them.
 *
 * @param version number of facts so far
 * @param organ who has it, null while nobody does
 * @param draft the last draft submitted
 * @param rework why the last draft came back, null otherwise
 * @param reply the last reply approved
 * @param drafts how many drafts were submitted so far
 */
public record Incident(
        UUID id,
        String jurisdiction,
        String number,
        long version,
        State state,
        Channel channel,
        @Nullable String url,
        Map<String, String> address,
        Instant detectedAt,
        Classification classification,
        @Nullable String organ,
        @Nullable Draft draft,
        @Nullable Rework rework,
        @Nullable Reply reply,
        int drafts) {

    /** A draft as it was submitted. */
    public record Draft(ReplyKind kind, String text, Actor by, Instant submittedAt, int round) {}

    /** Why a draft came back. */
    public record Rework(List<String> reasons, @Nullable String comment) {}

    /** A reply that was approved. {@code status} tells how far it has come. */
    public record Reply(
            UUID id,
            ReplyKind kind,
            String text,
            Status status,
            @Nullable String reason,
            @Nullable String permalink,
            @Nullable Instant publishedAt,
            boolean manual) {

        /** How far a reply has come. */
        public enum Status {
            REQUESTED,
            MANUAL_NEEDED,
            PUBLISHED
        }

        Reply needsHands(String why) {
            return new Reply(id, kind, text, Status.MANUAL_NEEDED, why, null, null, false);
        }

        Reply published(String link, Instant at, boolean byHand) {
            return new Reply(id, kind, text, Status.PUBLISHED, null, link, at, byHand);
        }
    }

    /** Whether a reply waits for somebody to publish it by hand. */
    public boolean needsManualPublication() {
        return state == State.APPROVED && reply != null && reply.status() == Reply.Status.MANUAL_NEEDED;
    }

    /** The incident after the facts, each one version further. */
    public Incident after(List<? extends Fact> facts) {
        Incident incident = this;
        for (Fact fact : facts) {
            incident = fact.after(incident).next();
        }
        return incident;
    }

    private Incident next() {
        return new Incident(
                id,
                jurisdiction,
                number,
                version + 1,
                state,
                channel,
                url,
                address,
                detectedAt,
                classification,
                organ,
                draft,
                rework,
                reply,
                drafts);
    }

    Incident in(State next) {
        return new Incident(
                id,
                jurisdiction,
                number,
                version,
                next,
                channel,
                url,
                address,
                detectedAt,
                classification,
                organ,
                draft,
                rework,
                reply,
                drafts);
    }

    Incident heldBy(@Nullable String next) {
        return new Incident(
                id,
                jurisdiction,
                number,
                version,
                state,
                channel,
                url,
                address,
                detectedAt,
                classification,
                next,
                draft,
                rework,
                reply,
                drafts);
    }

    Incident classified(Classification next) {
        return new Incident(
                id,
                jurisdiction,
                number,
                version,
                state,
                channel,
                url,
                address,
                detectedAt,
                next,
                organ,
                draft,
                rework,
                reply,
                drafts);
    }

    Incident drafted(Draft next) {
        return new Incident(
                id,
                jurisdiction,
                number,
                version,
                state,
                channel,
                url,
                address,
                detectedAt,
                classification,
                organ,
                next,
                null,
                reply,
                drafts + 1);
    }

    Incident reworked(@Nullable Rework next) {
        return new Incident(
                id,
                jurisdiction,
                number,
                version,
                state,
                channel,
                url,
                address,
                detectedAt,
                classification,
                organ,
                draft,
                next,
                reply,
                drafts);
    }

    Incident replying(@Nullable Reply next) {
        return new Incident(
                id,
                jurisdiction,
                number,
                version,
                state,
                channel,
                url,
                address,
                detectedAt,
                classification,
                organ,
                draft,
                rework,
                next,
                drafts);
    }
}
