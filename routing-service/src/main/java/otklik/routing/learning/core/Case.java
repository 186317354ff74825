package otklik.routing.learning.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a case to learn from.
 *
 * @param number for people
 * @param organ where it went in the end; null where that is not known (yet)
 * @param refused organs that gave it back
 */
public record Case(
        UUID id,
        String jurisdiction,
        String number,
        @Nullable String organ,
        List<String> refused,
        Question question) {

    public Case {
        refused = List.copyOf(refused);
    }

    /** What is asked, and where. {@code text} is the post: personal data. */
    public record Question(
            String topicGroup, String topic, @Nullable String location, String text) {}
}
