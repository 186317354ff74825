package otklik.routing.promise.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;

/**
 * What a reply that went out promises.
 *
 * @param organ whose people are asked about it; null where no organ has the incident: the curator's
 * @param words of the reply that name the day
 * @param saidOn day of the publication, in the zone of the jurisdiction
 * @param dueOn last day, there
 * @param dueAt the end of that day
 * @param version 1, 2, 3… with every answer
 * @param note what was said last about it: a note, or why it was moved or withdrawn
 * @param answers all that was said about it, first to last
 */
public record Promise(
        UUID id,
        UUID incidentId,
        String number,
        String jurisdiction,
        @Nullable String organ,
        String words,
        String sentence,
        LocalDate saidOn,
        LocalDate dueOn,
        Instant dueAt,
        Status status,
        long version,
        @Nullable String note,
        @Nullable String link,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        List<Answered> answers) {

    /** What became of it. */
    public enum Status {
        OPEN,
        KEPT,
        /** Recognised wrongly: no promise at all. */
        WITHDRAWN
    }

    /**
     * What somebody said about it.
     *
     * @param version of the promise since then
     * @param by with an empty role where the answer is from before roles were kept
     */
    public record Answered(
            long version,
            Instant at,
            Actor by,
            Status status,
            LocalDate dueBefore,
            LocalDate dueAfter,
            @Nullable String note,
            @Nullable String link) {

        /** Whether it only took back what had been said, and the day stayed. */
        @JsonIgnore
        public boolean isReopening() {
            return status == Status.OPEN && dueBefore.equals(dueAfter);
        }
    }

    public boolean isDue(Instant now) {
        return status == Status.OPEN && !dueAt.isAfter(now);
    }
}
