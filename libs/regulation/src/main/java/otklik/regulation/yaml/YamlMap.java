package otklik.regulation.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A map whose keys are known beforehand: what is missing or unknown is said with its line. */
public final class YamlMap {

    private final YamlValue self;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    YamlMap(YamlValue self, MappingNode node) {
        this.self = self;
        for (NodeTuple tuple : node.getValue()) {
            String key = new YamlValue(self.file(), "a key", tuple.getKeyNode()).text();
            if (values.put(key, new YamlValue(self.file(), key, tuple.getValueNode())) != null) {
                throw self.bad("«" + key + "» is there twice", "keep one of them");
            }
        }
    }

    /** Refuses every key that is not in the list. */
    public YamlMap only(String... known) {
        Set<String> names = new TreeSet<>(List.of(known));
        values.forEach((key, value) -> {
            if (!names.contains(key)) {
                throw value.bad("unknown key «" + key + "»", "write one of: " + String.join(", ", names));
            }
        });
        return this;
    }

    public YamlValue required(String key, String example) {
        return optional(key).orElseThrow(() -> self.bad("«" + key + "» is missing", "write " + key + ": " + example));
    }

    public Optional<YamlValue> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Empty where the key is absent. */
    public <T> List<T> list(String key, Function<YamlValue, T> reader) {
        List<T> items = new ArrayList<>();
        optional(key).ifPresent(value -> value.items().forEach(item -> items.add(reader.apply(item))));
        return items;
    }

    public Map<String, YamlValue> entries() {
        return values;
    }

    public BadFileException bad(String wrong, String instead) {
        return self.bad(wrong, instead);
    }
}
