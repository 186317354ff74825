package otklik.simulators.vk.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The parameters of a call; a value that cannot be read refuses the call with error 100. */
final class Parameters {

    static final String TOKEN = "access_token";

    private final Map<String, String> values;

    Parameters(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    Optional<Integer> integer(String name) {
        return number(name, Integer::valueOf);
    }

    Optional<Long> id(String name) {
        return number(name, Long::valueOf);
    }

    int required(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    long requiredId(String name) {
        return id(name).orElseThrow(() -> missing(name));
    }

    /** A number within bounds, both inclusive. */
    int within(String name, int from, int to, int otherwise) {
        int value = integer(name).orElse(otherwise);
        if (value < from || value > to) {
            throw new Refused(VkError.PARAM, name + " should be between " + from + " and " + to);
        }
        return value;
    }

    boolean flag(String name) {
        return text(name)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** All parameters but the token: what VK repeats in its errors. */
    Map<String, String> harmless() {
        Map<String, String> harmless = new TreeMap<>(values);
        harmless.remove(TOKEN);
        return harmless;
    }

    static Refused missing(String name) {
        return new Refused(VkError.PARAM, name + " is undefined");
    }

    private <T> Optional<T> number(String name, Function<String, T> read) {
        try {
            return text(name).map(read);
        } catch (NumberFormatException unreadable) {
            throw new Refused(VkError.PARAM, name + " not integer");
        }
    }
}
