package otklik.routing.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import otklik.contracts.incident.Classification;
import otklik.routing.assignment.core.AssignmentTable;
import otklik.routing.assignment.core.Suggestion;
import otklik.routing.directory.core.Directory;

/** The rules of assignment of all jurisdictions. Thread-safe. */
public final class Assignments {

    private final Map<String, AssignmentTable> tables;

    /** @throws IllegalStateException naming the rule that sends to an organ which is not in the directory */
    public Assignments(List<AssignmentTable> tables, Directory directory) {
        this.tables =
                tables.stream().collect(Collectors.toUnmodifiableMap(AssignmentTable::jurisdiction, table -> table));
        tables.forEach(table -> table.rules().stream()
                .filter(rule ->
                        directory.find(table.jurisdiction(), rule.organ()).isEmpty())
                .findFirst()
                .ifPresent(rule -> {
                    throw new IllegalStateException(
                            "rule «%s» of %s sends to %s, which is not in the directory; add the organ or mend the rule"
                                    .formatted(rule.id(), table.jurisdiction(), rule.organ()));
                }));
    }

    public Optional<Suggestion> suggest(String jurisdiction, Classification classification) {
        return Optional.ofNullable(tables.get(jurisdiction)).flatMap(table -> table.suggest(classification));
    }
}
