package otklik.routing.assignment.core;

import java.util.List;
import java.util.Objects;
import otklik.contracts.incident.Classification;

/**
 * One rule: if topic and place fit, the organ is competent. An empty list fits everything.
 *
 * @param topicGroups names of topic groups
 * @param topics names of topics
 * @param locations settlements or places
 */
public record AssignmentRule(
        String id, String organ, List<String> topicGroups, List<String> topics, List<String> locations) {

    public AssignmentRule {
        topicGroups = List.copyOf(Objects.requireNonNullElse(topicGroups, List.of()));
        topics = List.copyOf(Objects.requireNonNullElse(topics, List.of()));
        locations = List.copyOf(Objects.requireNonNullElse(locations, List.of()));
    }

    boolean fits(Classification classification) {
        return fits(topicGroups, classification.topicGroup())
                && fits(topics, classification.topic())
                && fits(locations, String.valueOf(classification.location()));
    }

    private static boolean fits(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }
}
