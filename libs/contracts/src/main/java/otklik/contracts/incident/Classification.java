package otklik.contracts.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;

/**
 * What the classifier made of a post (AK-6).
 *
 * @param topicGroup group of topics in Russian, e.g. {@code Дороги}
 * @param location settlement or place named in the text or implied by its source; null when nothing tells
 * @param confidence of the topic group, 0…1
 * @param reasons why, in Russian, for the curator; one sentence each
 * @param classifier name and version of what decided, e.g. {@code keywords/1}
 */
public record Classification(
        String topicGroup,
        String topic,
        @Nullable String location,
        Importance importance,
        Screening screening,
        double confidence,
        List<String> reasons,
        String classifier) {}
