package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.regulation.Workflow.CooperationMode;

/**
 * Several organs at one incident (AK-14, KH-7, LB-5, LP-13, VP-21).
 *
 * @param lead organ that makes the common draft when the parts are there; null where the curator or the controller does
 * @param parts in the order of work
 * @param rework why the common reply came back, for the lead to know when its turn comes again; null otherwise
 */
public record Cooperation(
        CooperationMode mode, @Nullable String lead, List<Part> parts, Incident.@Nullable Rework rework) {

    public Cooperation {
        parts = List.copyOf(parts);
    }

    /**
     * What one organ contributes.
     *
     * @param round counts its drafts
     * @param attachments files that it gives with its words (AK-16), null without any; whoever makes the common reply may take them over
     * @param competent whether the head of the organ said that the question is theirs (LB-5), null if nobody did
     */
    public record Part(
            String organ,
            Status status,
            int round,
            @Nullable String text,
            @Nullable Actor by,
            @Nullable Instant at,
            Incident.@Nullable Rework rework,
            @Nullable List<Attachment> attachments,
            @Nullable Boolean competent) {

        public Part {
            attachments = AttachmentRules.orNull(attachments);
        }

        static Part waiting(String organ) {
            return new Part(organ, Status.WAITING, 0, null, null, null, null, null, null);
        }

        Part in(Status next) {
            return new Part(organ, next, round, text, by, at, rework, attachments, competent);
        }

        Part written(
                Status next, String words, int draft, Actor writer, Instant when, @Nullable List<Attachment> files) {
            return new Part(organ, next, draft, words, writer, when, null, files, competent);
        }

        Part sentBack(Incident.Rework why) {
            return new Part(organ, Status.REWORK, round, text, by, at, why, attachments, competent);
        }

        /** Asked, also once more: what its head said of an earlier time does not hold. */
        Part asked() {
            return new Part(organ, Status.ASKED, round, text, by, at, rework, attachments, null);
        }

        /** To be asked once more; what it wrote stays to be seen until it writes again. */
        Part anew(Incident.@Nullable Rework why) {
            return new Part(organ, Status.WAITING, round, text, by, at, why, attachments, competent);
        }

        /** What it is to amend is due at another time. */
        Part until(Instant end) {
            return rework == null
                    ? this
                    : new Part(organ, status, round, text, by, at, rework.until(end), attachments, competent);
        }

        Part found() {
            return new Part(organ, status, round, text, by, at, rework, attachments, true);
        }

        /** Whether its organ has it and nobody there has said that the question is theirs. */
        @JsonIgnore
        public boolean isToBeChecked() {
            return status != Status.WAITING && status != Status.RETURNED && !Boolean.TRUE.equals(competent);
        }

        /** Whether its organ has to write. */
        @JsonIgnore
        public boolean isOpen() {
            return status == Status.ASKED || status == Status.REWORK;
        }

        /** Whether it has left its organ, for the others to read. */
        @JsonIgnore
        public boolean isHandedOver() {
            return status == Status.SUBMITTED || status == Status.ACCEPTED;
        }

        /** Whether nothing more is awaited of it. */
        @JsonIgnore
        public boolean isOver() {
            return status == Status.ACCEPTED || status == Status.RETURNED;
        }
    }

    /** How far a part is. */
    public enum Status {
        /** Its turn has not come. */
        WAITING,
        ASKED,
        /** Waits for agreement inside the organ (LP-13, LB-5). */
        PROPOSED,
        /** Waits for the one who puts the parts together. */
        SUBMITTED,
        REWORK,
        ACCEPTED,
        /** The organ is not competent. */
        RETURNED
    }

    Optional<Part> part(@Nullable String organ) {
        return parts.stream().filter(part -> part.organ().equals(organ)).findFirst();
    }

    /** Whether that organ's words of that round are handed over: neither an earlier try nor what it writes now. */
    public boolean isHandedOver(String organ, int round) {
        return part(organ)
                .filter(part -> part.isHandedOver() && part.round() == round)
                .isPresent();
    }

    Stream<Part> in(Status status) {
        return parts.stream().filter(part -> part.status() == status);
    }

    /** All whose part is or was wanted, and the lead. */
    Stream<String> organs() {
        return Stream.concat(
                parts.stream().filter(part -> part.status() != Status.RETURNED).map(Part::organ),
                Stream.ofNullable(lead));
    }

    @JsonIgnore
    public boolean isParallel() {
        return mode == CooperationMode.PARALLEL_CONSOLIDATED_BY_CURATOR
                || mode == CooperationMode.PARALLEL_CONSOLIDATED_BY_CONTROLLER;
    }

    /** Whether nobody's part is awaited any more. */
    @JsonIgnore
    public boolean isComplete() {
        return parts.stream().allMatch(Part::isOver);
    }

    /** Whether no organ works on it and none leads; parts that all gave at once would be put together. */
    boolean isOfNobody() {
        return lead == null
                && parts.stream()
                        .allMatch(part -> part.status() == Status.RETURNED
                                || (!isParallel() && part.status() == Status.ACCEPTED));
    }

    /** Whether nobody's part but this organ's is awaited. */
    boolean isCompleteBut(String organ) {
        return parts.stream().allMatch(part -> part.isOver() || part.organ().equals(organ));
    }

    Cooperation withoutLead() {
        return new Cooperation(mode, null, parts, rework);
    }

    Cooperation withoutRework() {
        return new Cooperation(mode, lead, parts, null);
    }

    Cooperation with(String organ, UnaryOperator<Part> change) {
        return new Cooperation(
                mode,
                lead,
                parts.stream()
                        .map(part -> part.organ().equals(organ) ? change.apply(part) : part)
                        .toList(),
                rework);
    }
}
