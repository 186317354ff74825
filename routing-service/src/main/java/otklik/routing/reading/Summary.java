package otklik.routing.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list.
 *
 * @param organ that has it, null while nobody does or several work on their parts
 * @param organs how many work on it
 * @param excerpt the beginning of the post
 * @param deadline the nearest one that somebody has to keep
 */
record Summary(
        UUID id,
        String number,
        String jurisdiction,
        String state,
        String channel,
        String kind,
        @Nullable String url,
        String topicGroup,
        String topic,
        @Nullable String location,
        String importance,
        Card.@Nullable Named organ,
        int organs,
        String excerpt,
        Instant detectedAt,
        long version,
        boolean manualNeeded,
        @Nullable NextDeadline deadline) {

    /** When what is due next. {@code status}: OPEN, WARNED or BREACHED. */
    record NextDeadline(String stage, String title, String clause, Instant startedAt, Instant dueAt, String status) {}
}
