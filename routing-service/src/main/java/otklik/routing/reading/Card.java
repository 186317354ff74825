package otklik.routing.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.Attachment;
import otklik.contracts.post.Author;
import otklik.contracts.publication.RefusalReason;
import otklik.regulation.Regulation;
import otklik.regulation.Workflow;
import otklik.routing.assignment.core.Suggestion;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Marks;
import otklik.routing.learning.core.Learned;

/** All that a person needs to work on an incident. The summary's members stand beside these on the wire. */
record Card(
        @JsonUnwrapped Summary summary,
        String text,
        @Nullable Author author,
        @Nullable Instant postedAt,
        @Nullable Suggested suggestion,
        @Nullable Experienced learned,
        @Nullable Draft draft,
        Incident.@Nullable Rework rework,
        @Nullable Several several,
        Marks marks,
        @Nullable PassUp passUp,
        @Nullable Publication publication,
        List<Deadline> deadlines) {

    /** To whom it has to be passed on as significant (LP-22); how far that is, the marks say. */
    record PassUp(String to, String clause) {
        static @Nullable PassUp of(Incident incident, Regulation regulation) {
            Workflow.PassUp rule = regulation.workflow().passUp();
            return rule == null || incident.classification().importance() != Importance.ELEVATED
                    ? null
                    : new PassUp(rule.to(), rule.clause());
        }
    }

    /** An organ for people. */
    record Named(String id, @Nullable String name) {}

    /**
     * The organ that the rules name.
     *
     * @param with further organs whose part is needed
     * @param notReady why one of them cannot take work (AK-5), in Russian; null if they can
     */
    record Suggested(
            Named organ,
            List<Named> with,
            String rule,
            String explanation,
            @Nullable String notReady,
            @Nullable Suggested runnerUp) {
        static Suggested of(Suggestion suggestion, Directory directory) {
            Suggestion next = suggestion.runnerUp();
            return new Suggested(
                    new Named(suggestion.organ(), directory.name(suggestion.organ())),
                    suggestion.with().stream()
                            .map(organ -> new Named(organ, directory.name(organ)))
                            .toList(),
                    suggestion.rule(),
                    suggestion.explanation(),
                    Card.notReady(suggestion, directory),
                    next == null ? null : of(next, directory));
        }
    }

    private static @Nullable String notReady(Suggestion suggestion, Directory directory) {
        return Stream.concat(Stream.of(suggestion.organ()), suggestion.with().stream())
                .flatMap(id -> directory.find(id).stream())
                .filter(organ -> organ.whyNotAssignable() != null)
                .findFirst()
                .map(organ -> "«" + organ.name() + "»: " + organ.whyNotAssignable())
                .orElse(null);
    }

    /**
     * The organ that similar incidents speak for.
     *
     * @param confidence 0…1
     * @param cases some of those it was learned from
     */
    record Experienced(
            Named organ,
            double confidence,
            int similar,
            int agreeing,
            String explanation,
            List<Learned.Reference> cases,
            @Nullable Experienced runnerUp) {
        static Experienced of(Learned learned, Directory directory) {
            Learned next = learned.runnerUp();
            String name = String.valueOf(directory.name(learned.organ()));
            return new Experienced(
                    new Named(learned.organ(), name),
                    Math.round(learned.confidence() * 100) / 100.0,
                    learned.similar(),
                    learned.agreeing(),
                    learned.explanation(name),
                    learned.cases(),
                    next == null ? null : of(next, directory));
        }
    }

    /** The last draft. */
    record Draft(
            String kind,
            String text,
            Named by,
            Instant submittedAt,
            int round,
            boolean urgent,
            @Nullable Named editedBy,
            List<Attachment> attachments) {
        static @Nullable Draft of(Incident.@Nullable Draft draft) {
            return draft == null
                    ? null
                    : new Draft(
                            draft.kind().wire(),
                            draft.text(),
                            new Named(draft.by().id(), draft.by().name()),
                            draft.submittedAt(),
                            draft.round(),
                            draft.isMarkedUrgent(),
                            draft.editedBy() == null
                                    ? null
                                    : new Named(
                                            draft.editedBy().id(),
                                            draft.editedBy().name()),
                            Objects.requireNonNullElse(draft.attachments(), List.of()));
        }
    }

    /** Several organs at work: the lead of a sequence and the parts in their order. */
    record Several(String mode, @Nullable Named lead, List<Part> parts) {}

    /**
     * One organ's part. {@code text} and {@code attachments} are there once it was handed over, and for its own organ; {@code rework}, what is
     * to be mended, for its own organ alone. Those who watch over all have everything.
     */
    record Part(
            Named organ,
            String status,
            int round,
            @Nullable String text,
            @Nullable Named by,
            @Nullable Instant at,
            Incident.@Nullable Rework rework,
            List<Attachment> attachments) {}

    /** The last approved reply. {@code state}: requested, manual-needed, published; {@code reason}: why a person has to publish it, Russian. */
    record Publication(
            @Nullable String permalink,
            @Nullable Instant publishedAt,
            boolean manual,
            String state,
            @Nullable String reason) {
        static @Nullable Publication of(Incident.@Nullable Reply reply) {
            return reply == null
                    ? null
                    : new Publication(
                            reply.permalink(),
                            reply.publishedAt(),
                            reply.manual(),
                            reply.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            reply.reason() == null ? null : RefusalReason.sentence(reply.reason()));
        }
    }

    /**
     * A deadline with its proof in one sentence.
     *
     * @param organ whose work it is about, also where somebody else owes it; null where no organ has it, and in what was told before organs were
     * @param owner role that owes it, lower case; null likewise
     */
    record Deadline(
            UUID id,
            String stage,
            String title,
            String clause,
            Instant startedAt,
            Instant dueAt,
            String status,
            @Nullable String explanation,
            @Nullable Named organ,
            @Nullable String owner) {}
}
