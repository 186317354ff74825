package otklik.ingest.classify.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the group and the topic of a text: every keyword that is there adds its weight, the heaviest wins. */
public final class TopicRules {

    /** Where nothing fits. */
    public static final String OTHER = "Другое";

    /** Added to the sum below the margin, so that one faint word alone gives no certainty. */
    private static final double DOUBT = 2;

    private final List<Group> groups;

    public TopicRules(List<Group> groups) {
        this.groups = List.copyOf(groups);
    }

    /** A group of topics; {@code otherTopic} is what remains if no topic of it fits. */
    public record Group(String name, String otherTopic, List<Keyword> keywords, List<Topic> topics) {

        public static Group of(
                String name, String otherTopic, List<String> keywords, List<Topic> topics, Stemmer stemmer) {
            return new Group(name, otherTopic, parse(keywords, stemmer), List.copyOf(topics));
        }
    }

    /** A topic within a group. */
    public record Topic(String name, List<Keyword> keywords) {

        public static Topic of(String name, List<String> keywords, Stemmer stemmer) {
            return new Topic(name, parse(keywords, stemmer));
        }
    }

    private static List<Keyword> parse(List<String> keywords, Stemmer stemmer) {
        return keywords.stream().map(keyword -> Keyword.parse(keyword, stemmer)).toList();
    }

    /**
     * What was found.
     *
     * @param score sum of the weights that speak for the group; 0 if nothing does
     * @param confidence 0…1, from the margin to the next group
     * @param evidence the words as written in the text that speak for the group
     */
    record Found(String group, String topic, int score, double confidence, List<String> evidence) {}

    public List<String> names() {
        return groups.stream().map(Group::name).toList();
    }

    Found find(Words words) {
        List<Scored> ranking = groups.stream()
                .map(group -> score(group, words))
                .filter(scored -> scored.score > 0)
                .sorted(Comparator.comparingInt((Scored scored) -> scored.score).reversed())
                .toList();
        if (ranking.isEmpty()) {
            return new Found(OTHER, OTHER, 0, 0, List.of());
        }
        Scored first = ranking.getFirst();
        int second = ranking.size() > 1 ? ranking.get(1).score : 0;
        double confidence = first.score / (first.score + second + DOUBT);
        return new Found(first.group.name(), topic(first), first.score, confidence, first.evidence());
    }

    /** The topic of a text whose group is given from outside; null if the group is none of ours or says nothing about it. */
    @Nullable
    String topicWithin(String groupName, Words words) {
        Optional<Group> group = groups.stream()
                .filter(candidate -> candidate.name().equals(groupName))
                .findFirst();
        return group.map(known -> topic(score(known, words))).orElse(null);
    }

    private static String topic(Scored scored) {
        return scored.topics.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(scored.group.otherTopic());
    }

    private static Scored score(Group group, Words words) {
        Scored scored = new Scored(group);
        scored.add(group.keywords(), words);
        for (Topic topic : group.topics()) {
            int before = scored.score;
            scored.add(topic.keywords(), words);
            if (scored.score > before) {
                scored.topics.put(topic.name(), scored.score - before);
            }
        }
        return scored;
    }

    private static final class Scored {

        private final Group group;
        private final Map<String, Integer> topics = new LinkedHashMap<>();
        private final Map<String, Integer> evidence = new LinkedHashMap<>();
        private int score;

        Scored(Group group) {
            this.group = group;
        }

        void add(List<Keyword> keywords, Words words) {
            for (Keyword keyword : keywords) {
                keyword.term().firstIn(words).ifPresent(at -> {
                    score += keyword.weight();
                    evidence.merge(words.all().get(at).shown(), keyword.weight(), Math::max);
                });
            }
        }

        List<String> evidence() {
            List<Map.Entry<String, Integer>> byWeight = new ArrayList<>(evidence.entrySet());
            byWeight.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
            return byWeight.stream().limit(3).map(Map.Entry::getKey).toList();
        }
    }
}
