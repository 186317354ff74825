package otklik.routing.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import otklik.contracts.incident.Classification;
import otklik.routing.assignment.core.AssignmentTable;
import otklik.routing.assignment.core.Chosen;
import otklik.routing.assignment.core.Suggestion;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.learning.Experience;
import otklik.routing.learning.core.Case;
import otklik.routing.learning.core.Learned;

/** Which organ is competent: what the rules of each jurisdiction say, and beside it what was learned from people. Thread-safe. */
public final class Assignments {

    private final Map<String, AssignmentTable> tables;
    private final Directory directory;
    private final Experience experience;
    private final double automaticFrom;

    /**
     * @param automaticFrom confidence of the topic group (0…1) from which the system assigns by itself, where a jurisdiction sets none
     * @throws IllegalStateException naming the rule that sends to an organ which is not in the directory
     */
    public Assignments(List<AssignmentTable> tables, Directory directory, Experience experience, double automaticFrom) {
        this.directory = directory;
        this.experience = experience;
        this.automaticFrom = automaticFrom;
        this.tables =
                tables.stream().collect(Collectors.toUnmodifiableMap(AssignmentTable::jurisdiction, table -> table));
        tables.forEach(this::requireKnownOrgans);
    }

    private void requireKnownOrgans(AssignmentTable table) {
        table.rules()
                .forEach(rule -> rule.organs().stream()
                        .filter(organ ->
                                directory.find(table.jurisdiction(), organ).isEmpty())
                        .findFirst()
                        .ifPresent(organ -> {
                            throw new IllegalStateException(
                                    "rule «%s» of %s sends to %s, which is not in the directory; add the organ or mend the rule"
                                            .formatted(rule.id(), table.jurisdiction(), organ));
                        }));
    }

    /** What the rules say. */
    public Optional<Suggestion> suggest(String jurisdiction, Classification classification) {
        return Optional.ofNullable(tables.get(jurisdiction)).flatMap(table -> table.suggest(classification));
    }

    /** What similar incidents say; only organs that can take work (AK-5) and have not given this incident back. */
    public Optional<Learned> learned(String jurisdiction, UUID incident, Classification classification, String text) {
        return experience.suggest(
                jurisdiction,
                incident,
                new Case.Question(classification.topicGroup(), classification.topic(), classification.location(), text),
                organ -> assignable(jurisdiction, organ).isPresent());
    }

    /**
     * The organ to which the system may send it by itself, if there is one that has its people (AK-5): that of the rules where the
     * classification is sure enough, else the learned one where the jurisdiction allows that.
     */
    public Optional<Chosen> automatic(String jurisdiction, UUID incident, Classification classification, String text) {
        return Optional.ofNullable(tables.get(jurisdiction))
                .flatMap(table ->
                        byRule(table, classification).or(() -> byExperience(table, incident, classification, text)));
    }

    private Optional<Chosen> byRule(AssignmentTable table, Classification classification) {
        return classification.confidence() < table.automaticFrom(automaticFrom)
                ? Optional.empty()
                : table.suggest(classification)
                        .filter(named -> named.with().isEmpty())
                        .flatMap(named -> assignable(table.jurisdiction(), named.organ())
                                .map(organ -> new Chosen(organ, named.rule())));
    }

    private Optional<Chosen> byExperience(
            AssignmentTable table, UUID incident, Classification classification, String text) {
        Double from = table.learnedAutomaticFrom();
        return from == null
                ? Optional.empty()
                : learned(table.jurisdiction(), incident, classification, text)
                        .filter(learned -> learned.confidence() >= from)
                        .flatMap(learned -> assignable(table.jurisdiction(), learned.organ()))
                        .map(organ -> new Chosen(organ, null));
    }

    private Optional<Organ> assignable(String jurisdiction, String organ) {
        return directory.find(jurisdiction, organ).filter(Organ::isAssignable);
    }
}
