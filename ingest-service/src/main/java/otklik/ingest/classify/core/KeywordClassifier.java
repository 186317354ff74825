package otklik.ingest.classify.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.Classification;
import otklik.contracts.post.PostReceived;

/** Judges by keywords: simple, explainable, good enough to start with; what the sender already knew goes above it. */
public final class KeywordClassifier implements PostClassifier {

    private static final String NAME = "keywords/1";

    private final Stemmer stemmer;
    private final TopicRules topics;
    private final HazardRules hazards;
    private final ScreeningRules screening;
    private final Map<String, Gazetteer> gazetteers;

    /** @param gazetteers by jurisdiction; one without settles for the home of the page */
    public KeywordClassifier(
            Stemmer stemmer,
            TopicRules topics,
            HazardRules hazards,
            ScreeningRules screening,
            Map<String, Gazetteer> gazetteers) {
        this.stemmer = stemmer;
        this.topics = topics;
        this.hazards = hazards;
        this.screening = screening;
        this.gazetteers = Map.copyOf(gazetteers);
    }

    @Override
    public Classification classify(PostReceived post, @Nullable String home) {
        Words words = Words.of(post.text(), stemmer);
        List<String> reasons = new ArrayList<>();
        TopicRules.Found found = topics.find(words);
        TopicRules.Found topic = topic(post, words, found, reasons);
        Optional<Gazetteer.Found> place =
                Optional.ofNullable(gazetteers.get(post.jurisdiction())).flatMap(gazetteer -> gazetteer.find(words));
        String location = location(post, place, home, reasons);
        ScreeningRules.Judgement judgement = screening.judge(post.text(), words, found.score(), place.isPresent());
        reasons.addAll(judgement.reasons());
        Optional<String> hazard = hazards.find(words);
        hazard.ifPresent(reasons::add);
        return new Classification(
                topic.group(),
                topic.topic(),
                location,
                hazard.isPresent() ? Importance.ELEVATED : Importance.NORMAL,
                judgement.screening(),
                topic.confidence(),
                List.copyOf(reasons),
                NAME);
    }

    private TopicRules.Found topic(PostReceived post, Words words, TopicRules.Found found, List<String> reasons) {
        PostReceived.Given given = post.given();
        if (given != null && given.topicGroup() != null) {
            reasons.add("Группа тем указана источником: «" + given.topicGroup() + "»");
            return given(given.topicGroup(), given.topic(), words, found);
        }
        reasons.add(
                found.score() == 0
                        ? "Ни одно слово не указывает на тему: посмотрите сами"
                        : "Слова " + quoted(found.evidence()) + " → " + found.group() + ", " + found.topic());
        return found;
    }

    private TopicRules.Found given(String group, @Nullable String topic, Words words, TopicRules.Found found) {
        String guessed = topic == null ? topics.topicWithin(group, words) : topic;
        return new TopicRules.Found(group, guessed == null ? group : guessed, found.score(), 1, found.evidence());
    }

    private static @Nullable String location(
            PostReceived post, Optional<Gazetteer.Found> place, @Nullable String home, List<String> reasons) {
        PostReceived.Given given = post.given();
        if (given != null && given.location() != null) {
            reasons.add("Место указано источником: «" + given.location() + "»");
            return given.location();
        }
        if (place.isPresent()) {
            reasons.add(
                    "В тексте «" + place.get().evidence() + "» → " + place.get().location());
            return place.get().location();
        }
        if (home != null) {
            reasons.add("Место — по странице, где написано: " + home);
        }
        return home;
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "«" + word + "»").collect(Collectors.joining(", "));
    }
}
