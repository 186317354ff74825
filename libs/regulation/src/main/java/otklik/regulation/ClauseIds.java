package otklik.regulation;

import java.util.List;
import java.util.Map;
import otklik.regulation.yaml.BadFileException;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Clause ids, wherever a profile names one: each has to be an id of this very regulation. */
record ClauseIds(List<String> prefixes) {

    /** @throws BadFileException at the first that is none */
    void check(YamlMap map) {
        for (Map.Entry<String, YamlValue> entry : map.entries().entrySet()) {
            YamlValue value = entry.getValue();
            switch (entry.getKey()) {
                case "clause" -> check(value);
                case "terms-of", "done" -> value.items().forEach(this::check);
                default -> checkWithin(value);
            }
        }
    }

    private void checkWithin(YamlValue value) {
        if (value.isMap()) {
            check(value.map());
        } else if (value.isList()) {
            value.items().forEach(this::checkWithin);
        }
    }

    String check(YamlValue value) {
        String clause = value.text();
        if (prefixes.stream().noneMatch(prefix -> clause.matches(prefix + "-\\d+(\\.\\d+)?"))) {
            throw value.bad(
                    "clause «" + clause + "» is not of this regulation",
                    "begin with " + prefixes.getFirst() + "-, a number behind it");
        }
        return clause;
    }
}
