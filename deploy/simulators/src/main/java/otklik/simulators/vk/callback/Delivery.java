package otklik.simulators.vk.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event on its way to a community's server.
 *
 * @param number grows by one with each event, over all communities
 * @param attempts requests sent so far
 * @param answer status and body, or the trouble, of the last attempt
 */
public record Delivery(
        long number,
        long communityId,
        String type,
        String eventId,
        JsonNode object,
        State state,
        int attempts,
        @Nullable String answer,
        Instant raisedAt,
        @Nullable Instant deliveredAt) {

    /** Where the event is. */
    public enum State {
        QUEUED,
        DELIVERED,
        /** Kept back on purpose: the gap that was ordered. */
        SKIPPED
    }

    Delivery attempted(String heard) {
        return new Delivery(
                number, communityId, type, eventId, object, state, attempts + 1, heard, raisedAt, deliveredAt);
    }

    Delivery delivered(Instant at) {
        return new Delivery(
                number, communityId, type, eventId, object, State.DELIVERED, attempts, answer, raisedAt, at);
    }

    Delivery skipped() {
        return new Delivery(
                number, communityId, type, eventId, object, State.SKIPPED, attempts, answer, raisedAt, deliveredAt);
    }
}
