package otklik.regulation;

import java.util.List;
import otklik.regulation.Letters.Occasion;
import otklik.regulation.Letters.Tell;
import otklik.regulation.Letters.When;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads who gets a letter about what. */
final class LettersReader {

    private LettersReader() {}

    /** @param known the profile's warnings: no other can be worth a letter */
    static Letters letters(YamlMap map, List<Integer> known) {
        map.only("warnings", "last-safe", "tell");
        return new Letters(
                map.list("warnings", value -> warning(value, known)),
                map.optional("last-safe").map(YamlValue::isTrue).orElse(false),
                map.list("tell", value -> tell(value.map())));
    }

    private static int warning(YamlValue value, List<Integer> known) {
        if (!known.contains(value.number())) {
            throw value.bad("nobody is warned at " + value.number() + " %", "write some of: " + known);
        }
        return value.number();
    }

    private static Tell tell(YamlMap map) {
        map.only("about", "to", "clause", "when");
        YamlValue to = map.required("to", "[curator]");
        if (to.items().isEmpty()) {
            throw to.bad("a letter to nobody", "write to: [curator]");
        }
        return new Tell(
                map.required("about", "published").constant(Occasion.class),
                map.list("to", value -> value.constant(Role.class)),
                map.required("clause", "the clause that says so").text(),
                map.optional("when").map(value -> value.constant(When.class)).orElse(When.AT_ONCE));
    }
}
