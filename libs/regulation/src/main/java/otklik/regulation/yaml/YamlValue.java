package otklik.regulation.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of a file with its name and line; every conversion refuses what it cannot read. */
public final class YamlValue {

    private final String file;
    private final String name;
    private final Node node;

    YamlValue(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    public String file() {
        return file;
    }

    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw bad("«" + name + "» is not a text", "write one value after the colon");
    }

    public int number() {
        return converted(Integer::parseInt, "a whole number");
    }

    public boolean isTrue() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad("«" + name + "» is neither yes nor no", "write true or false");
        };
    }

    public LocalDate date() {
        return converted(LocalDate::parse, "a date like 2026-01-31");
    }

    public Duration duration() {
        return converted(Duration::parse, "an ISO 8601 duration like PT9H, PT30M or P7D");
    }

    public ZoneId zone() {
        return converted(ZoneId::of, "a zone of the tz database like Asia/Barnaul");
    }

    /** A constant by its name in lower case with dashes. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        String text = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> code(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> bad("unknown " + name + " «" + text + "»", "write one of: " + codes(type)));
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(this, mapping);
        }
        throw bad(name + " is not a map", "write keys with values, one per line");
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public List<YamlValue> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlValue(file, name, item))
                    .toList();
        }
        throw bad("«" + name + "» is not a list", "write " + name + ": [one, two]");
    }

    public <T> T converted(Function<String, T> conversion, String wanted) {
        String text = text();
        try {
            return conversion.apply(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw bad("«" + name + ": " + text + "» cannot be read", "write " + wanted);
        }
    }

    public BadFileException bad(String wrong, String instead) {
        int line = Optional.ofNullable(node)
                .flatMap(Node::getStartMark)
                .map(mark -> mark.getLine() + 1)
                .orElse(1);
        return new BadFileException(file, line, wrong, instead);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(YamlValue::code).collect(Collectors.joining(", "));
    }
}
