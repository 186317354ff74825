package otklik.ingest.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import otklik.ingest.classify.core.Gazetteer;
import otklik.ingest.classify.core.HazardRules;
import otklik.ingest.classify.core.KeywordClassifier;
import otklik.ingest.classify.core.Place;
import otklik.ingest.classify.core.ScreeningRules;
import otklik.ingest.classify.core.Stemmer;
import otklik.ingest.classify.core.ThreatRules;
import otklik.ingest.classify.core.TopicRules;
import otklik.regulation.Regulations;
import otklik.regulation.yaml.YamlFile;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads the rules of the classifier, which are data, from the class path. A mistake in a file stops the start and names the line. */
final class RuleFiles {

    private static final String FOLDER = "/otklik/ingest/";

    private final Stemmer stemmer;

    RuleFiles(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    KeywordClassifier classifier() {
        Map<String, Gazetteer> gazetteers = Regulations.installed().ids().stream()
                .filter(id -> RuleFiles.class.getResource(FOLDER + placesOf(id)) != null)
                .collect(Collectors.toMap(id -> id, id -> new Gazetteer(places(placesOf(id)), stemmer)));
        return new KeywordClassifier(stemmer, topics(), hazards(), screening(), gazetteers);
    }

    /** Where the places of a jurisdiction are listed. One of a single town has no such list and settles for the home of the page. */
    private static String placesOf(String jurisdiction) {
        return "places/" + jurisdiction + ".csv";
    }

    TopicRules topics() {
        YamlMap file = yaml("topics.yaml").only("groups");
        return new TopicRules(
                file.list("groups", value -> group(value.map().only("name", "other", "words", "topics"))));
    }

    HazardRules hazards() {
        YamlMap file = yaml("hazards.yaml").only("hazards", "guards");
        return HazardRules.of(
                file.list("hazards", value -> hazard(value.map().only("id", "title", "terms"))),
                texts(file, "guards"),
                stemmer);
    }

    ScreeningRules screening() {
        YamlMap file =
                yaml("screening.yaml").only("threats", "reports", "harmless", "obscene", "masked", "insults", "empty");
        ThreatRules threats =
                ThreatRules.of(texts(file, "threats"), texts(file, "reports"), texts(file, "harmless"), stemmer);
        return ScreeningRules.of(
                threats,
                texts(file, "obscene"),
                texts(file, "masked"),
                texts(file, "insults"),
                texts(file, "empty"),
                stemmer);
    }

    private TopicRules.Group group(YamlMap map) {
        return TopicRules.Group.of(
                map.required("name", "Дороги").text(),
                map.required("other", "Другие вопросы о дорогах").text(),
                texts(map, "words"),
                map.list("topics", value -> topic(value.map().only("name", "words"))),
                stemmer);
    }

    private TopicRules.Topic topic(YamlMap map) {
        return TopicRules.Topic.of(map.required("name", "Ямы").text(), texts(map, "words"), stemmer);
    }

    private HazardRules.Hazard hazard(YamlMap map) {
        return HazardRules.Hazard.of(
                map.required("id", "gas").text(),
                map.required("title", "запах газа").text(),
                texts(map, "terms"),
                stemmer);
    }

    private static List<String> texts(YamlMap map, String key) {
        return map.list(key, YamlValue::text);
    }

    private static List<Place> places(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(RuleFiles::place)
                .toList();
    }

    private static Place place(String line) {
        List<String> cells = Arrays.asList(line.split(";"));
        List<String> forms = cells.size() > 3 ? Arrays.asList(cells.get(3).split("\\|")) : List.of();
        return new Place(cells.get(0), cells.get(1), cells.get(2), forms);
    }

    private static YamlMap yaml(String name) {
        return YamlFile.map(name, text(name));
    }

    private static String text(String name) {
        try (InputStream file = RuleFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("no rule file " + FOLDER + name + " on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
