package otklik.publisher.notification.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as far as a letter tells of it: nothing the citizen wrote, nothing about the citizen.
 *
 * @param number null if the incident's registration is no longer on the topic
 * @param worker name of the executor who worked on it last for the organ that the letter is about; null where nobody did yet
 */
public record Card(
        UUID incidentId,
        String jurisdiction,
        @Nullable String number,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String location,
        boolean elevated,
        @Nullable String worker) {}
