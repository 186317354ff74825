package otklik.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer could not take.
 *
 * @param id made of topic, partition and offset of the source and the consumer, so that it stays the same however often one looks
 * @param at when it was given up
 * @param replayedAt when it was last sent again, null if never
 */
public record DeadLetter(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        String cause,
        Instant at,
        @Nullable Instant replayedAt) {}
