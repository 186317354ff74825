package otklik.publisher.notification.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident that came to an organ, as far as a letter tells of it: nothing the citizen wrote, nothing about the citizen.
 *
 * @param version of the incident that the routing made
 * @param number null if the incident's registration is no longer on the topic
 * @param withdrawn whether whoever sent it there took that back at once, and there is nothing to do
 */
public record Assignment(
        UUID incidentId,
        long version,
        String jurisdiction,
        @Nullable String number,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String location,
        boolean elevated,
        String organName,
        Instant routedAt,
        boolean withdrawn) {}
