package otklik.regulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import otklik.regulation.yaml.YamlFile;

/** Every clause of the shipped regulations that a system can carry out, check or report. */
public final class ClauseLedger {

    private final Map<String, Clause> clauses = new LinkedHashMap<>();

    /**
     * One clause.
     *
     * @param id such as {@code AK-8}
     * @param part the regulation, or the part of one, it belongs to
     * @param does Russian, our own words
     */
    public record Clause(String id, String part, String does) {}

    private ClauseLedger(String file, String text) {
        YamlFile.map(file, text)
                .entries()
                .forEach((part, list) ->
                        list.map().entries().forEach((id, does) -> clauses.put(id, new Clause(id, part, does.text()))));
    }

    /** Read anew at every call. */
    public static ClauseLedger shipped() {
        return new ClauseLedger("clauses.yaml", Resources.text("/regulations/clauses.yaml"));
    }

    public Optional<Clause> find(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /** In the order of the file: regulation by regulation, clause by clause. */
    public Iterable<Clause> all() {
        return java.util.Collections.unmodifiableCollection(clauses.values());
    }
}
