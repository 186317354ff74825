package otklik.routing.assignment.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import otklik.contracts.incident.Classification;

/**
 * One rule: if topic, place and screening fit, the organ is competent. An empty list fits everything.
 *
 * @param organ the one competent organ, or of several the one that makes the common reply
 * @param with further organs whose part is needed (AK-14, KH-7, LB-5, LP-13, VP-21); a person always confirms such a suggestion
 * @param topicGroups names of topic groups
 * @param topics names of topics
 * @param locations settlements or places
 * @param screening classes of screening, e.g. {@code threat}: for what a curator brought back from the screened posts
 */
public record AssignmentRule(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String organ,
        List<String> with,
        List<String> topicGroups,
        List<String> topics,
        List<String> locations,
        List<String> screening) {

    public AssignmentRule {
        with = List.copyOf(Objects.requireNonNullElse(with, List.of()));
        topicGroups = List.copyOf(Objects.requireNonNullElse(topicGroups, List.of()));
        topics = List.copyOf(Objects.requireNonNullElse(topics, List.of()));
        locations = List.copyOf(Objects.requireNonNullElse(locations, List.of()));
        screening = List.copyOf(Objects.requireNonNullElse(screening, List.of()));
        if (with.contains(organ)) {
            throw new IllegalArgumentException(
                    "rule «%s» names %s twice; keep it as organ and take it out of with".formatted(id, organ));
        }
        screening.forEach(otklik.contracts.incident.Screening::of);
    }

    /** Every organ that it names, the one that makes the reply last. */
    public List<String> organs() {
        List<String> all = new ArrayList<>(with);
        all.add(organ);
        return all;
    }

    boolean fits(Classification classification) {
        return fits(topicGroups, classification.topicGroup())
                && fits(topics, classification.topic())
                && fits(locations, String.valueOf(classification.location()))
                && fits(screening, classification.screening().wire());
    }

    private static boolean fits(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }
}
