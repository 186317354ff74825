package otklik.routing.absence.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is away and somebody stands in.
 *
 * @param person login of who is away
 * @param substitute login of who stands in
 * @param from first day, in the jurisdiction's zone
 * @param to last day, inclusive
 * @param startsAt inclusive
 * @param endsAt exclusive; earlier than the end of {@code to} when the person came back early
 * @param notedBy login of who wrote it down
 */
public record Absence(
        UUID id,
        String jurisdiction,
        String person,
        String substitute,
        LocalDate from,
        LocalDate to,
        Why reason,
        @JsonIgnore Instant startsAt,
        @JsonIgnore Instant endsAt,
        String notedBy) {

    /** Why, as the regulations list it. */
    public enum Why {
        ILLNESS,
        VACATION,
        TRAVEL,
        TRAINING,
        OTHER
    }

    boolean overlaps(Absence other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
