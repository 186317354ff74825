package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.ReplyKind;

/**
 * An incident as its facts have made it. Immutable; only facts change it, each by an {@link IncidentEdit}. The post's text and author are
 * not here: no rule asks for them.
 *
 * @param version number of facts so far
 * @param organ who has it, null while nobody does
 * @param draft the last draft
 * @param rework why the last draft came back, null otherwise
 * @param reply the last reply approved
 * @param drafts how many drafts were written so far
 * @param cooperation the several organs that work on it, null where one does
 * @param marks what is known of it beside the walk
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
        int drafts,
        @Nullable Cooperation cooperation,
        Marks marks) {

    public Incident {
        marks = Objects.requireNonNullElse(marks, Marks.NONE);
    }

    /**
     * A draft.
     *
     * @param approvals how many of the regulation's approvals it has
     * @param editedBy who changed its words before approving it (VP-18)
     * @param attachments files that are to stand with it (AK-16), null without any
     */
    public record Draft(
            ReplyKind kind,
            String text,
            Actor by,
            Instant submittedAt,
            int round,
            @Nullable Integer approvals,
            @Nullable Boolean urgent,
            @Nullable Boolean byEmail,
            @Nullable Actor editedBy,
            @Nullable List<Attachment> attachments) {

        public Draft {
            attachments = AttachmentRules.orNull(attachments);
        }

        Draft approved(int times) {
            return new Draft(kind, text, by, submittedAt, round, times, urgent, byEmail, editedBy, attachments);
        }

        /** @param files null leaves them as they are */
        Draft edited(String words, Actor editor, @Nullable List<Attachment> files) {
            return new Draft(
                    kind,
                    words,
                    by,
                    submittedAt,
                    round,
                    approvals,
                    urgent,
                    byEmail,
                    editor,
                    files == null ? attachments : files);
        }

        @JsonIgnore
        public boolean isMarkedUrgent() {
            return Boolean.TRUE.equals(urgent);
        }
    }

    /** Why a draft came back, and by when it is to be there again where whoever sent it back says so (LB-6). */
    public record Rework(
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) {
        Rework until(Instant end) {
            return new Rework(reasons, comment, end);
        }
    }

    /**
     * A reply that was approved. {@code status} tells how far it has come.
     *
     * @param finalDue of a question: true if the author had had an interim reply before it, so that the final one is due all the same; null
     *     otherwise
     * @param approvedAt null where it was approved before that was kept, and where nobody approved it
     */
    public record Reply(
            UUID id,
            ReplyKind kind,
            String text,
            Status status,
            @Nullable String reason,
            @Nullable String permalink,
            @Nullable Instant publishedAt,
            boolean manual,
            @Nullable List<Attachment> attachments,
            @Nullable Boolean finalDue,
            @Nullable Instant approvedAt) {

        /** How far a reply has come. */
        public enum Status {
            REQUESTED,
            MANUAL_NEEDED,
            PUBLISHED
        }

        Reply needsHands(String why) {
            return new Reply(
                    id, kind, text, Status.MANUAL_NEEDED, why, null, null, false, attachments, finalDue, approvedAt);
        }

        Reply published(String link, Instant at, boolean byHand) {
            return new Reply(
                    id, kind, text, Status.PUBLISHED, null, link, at, byHand, attachments, finalDue, approvedAt);
        }

        private boolean makesFinalDue() {
            return kind == ReplyKind.INTERIM ? status == Status.PUBLISHED : Boolean.TRUE.equals(finalDue);
        }
    }

    /** Whether a reply waits for somebody to publish it by hand. */
    public boolean needsManualPublication() {
        return state == State.APPROVED && reply != null && reply.status() == Reply.Status.MANUAL_NEEDED;
    }

    /** Whether it cannot stand where the post stands, so that somebody has to publish it elsewhere. */
    boolean isRefusedByTheNetwork() {
        return needsManualPublication() && reply != null && reply.reason() != null;
    }

    /** Whether an organ gave its part back and nobody was asked instead. In a sequence the turn passes on by itself: nobody waits for that. */
    boolean isPartWithoutOrgan() {
        return cooperation != null
                && cooperation.isParallel()
                && cooperation.in(Cooperation.Status.RETURNED).findAny().isPresent();
    }

    /** Whether one has to be asked in its place: until an answer was made of the other parts. */
    boolean isOrganOwed() {
        return isPartWithoutOrgan() && (!state.isOfTheReply() || isAwaitingParts() || isWithNobody());
    }

    /** Whether no organ has it, none is going to get it by itself, and there are no parts to be put together: somebody has to send it on. */
    boolean isWithNobody() {
        return organ == null && (cooperation == null || cooperation.isOfNobody());
    }

    /** Whether the last draft is a first word to the author by whoever coordinates, not by the organ that has the incident. */
    boolean isFirstWordOfOthers() {
        return draft != null && draft.kind() != ReplyKind.FINAL && draft.by().organ() == null;
    }

    /** Whether the organ that has it has written, and nothing of that is let out yet. */
    boolean isOwnDraftOnItsWay() {
        return switch (state) {
            case ON_AGREEMENT, REWORK -> true;
            case ON_APPROVAL -> !isFirstWordOfOthers();
            default -> false;
        };
    }

    /** Whether several organs work on it and not every part is there. */
    public boolean isAwaitingParts() {
        return cooperation != null && organ == null && !cooperation.isComplete();
    }

    /** Whether the author has had an interim reply of ours, so that the final one is wanted; questions that follow it change nothing. */
    public boolean isFinalDue() {
        return reply != null && reply.makesFinalDue();
    }

    /** The organs that work on it: the one that has it, and all whose part is asked for. */
    public List<String> organs() {
        Stream<String> several = cooperation == null ? Stream.empty() : cooperation.organs();
        return Stream.concat(Stream.ofNullable(organ), several).distinct().toList();
    }

    /** How many approvals its draft has. */
    int approvals() {
        return draft == null ? 0 : Objects.requireNonNullElse(draft.approvals(), 0);
    }

    /** The incident after the facts, each one version further. */
    public Incident after(List<? extends Fact> facts) {
        Incident incident = this;
        for (Fact fact : facts) {
            incident = fact.after(incident).with(next -> next.version++);
        }
        return incident;
    }

    /** The same post with nothing but these facts: what they alone make of it. */
    public Incident replayed(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.IncidentRegistered.class::isInstance)
                .map(Fact.IncidentRegistered.class::cast)
                .findFirst()
                .map(first ->
                        blank(first.number(), first.channel(), first.url(), first.detectedAt(), first.classification()))
                .orElseGet(() -> blank(number, channel, url, detectedAt, classification))
                .after(facts);
    }

    /** Territory and address are held against their proof in the first fact elsewhere: incidents of before have none. */
    private Incident blank(String called, Channel where, @Nullable String link, Instant since, Classification about) {
        return new Incident(
                id,
                jurisdiction,
                called,
                0,
                State.NEW,
                where,
                link,
                address,
                since,
                about,
                null,
                null,
                null,
                null,
                0,
                null,
                Marks.NONE);
    }

    Incident with(Consumer<IncidentEdit> change) {
        IncidentEdit edit = new IncidentEdit(this);
        change.accept(edit);
        return edit.done();
    }
}
