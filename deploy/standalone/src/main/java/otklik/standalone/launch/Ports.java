package otklik.standalone.launch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.embedded.LocalPort;

/** Which port everybody listens on, all on the loopback address. */
public record Ports(Map<Port, Integer> byPort) {

    private static final int HIGHEST = 65_535;

    public Ports {
        byPort = Map.copyOf(byPort);
    }

    public static Ports usual() {
        return chosen(null, "");
    }

    /** Ports that were free a moment ago: for tests. */
    public static Ports free() {
        return new Ports(
                Arrays.stream(Port.values()).collect(Collectors.toMap(port -> port, port -> LocalPort.free())));
    }

    /**
     * @param base lowest port of a block for all of them, or null for the usual ones
     * @param single {@code gateway=9080,kafka=9192}: exceptions from that
     */
    public static Ports chosen(@Nullable Integer base, String single) {
        Map<Port, Integer> all = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            all.put(port, base == null ? port.usual() : checked(base + port.offset(), port.key()));
        }
        Arrays.stream(single.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> choose(all, text));
        return new Ports(all);
    }

    private static void choose(Map<Port, Integer> all, String text) {
        String[] parts = text.split("=", 2);
        Port port = Port.of(parts[0].strip())
                .orElseThrow(() -> new LaunchException(
                        "Неизвестная часть «" + parts[0] + "» в --ports; бывают: " + Port.keys() + "."));
        all.put(port, number(parts.length < 2 ? "" : parts[1].strip(), port.key()));
    }

    private static int number(String text, String key) {
        if (!text.matches("\\d{1,5}")) {
            throw new LaunchException("В --ports после «" + key + "=» нужен номер порта, например " + key + "=9080.");
        }
        return checked(Integer.parseInt(text), key);
    }

    private static int checked(int number, String key) {
        if (number < 1 || number > HIGHEST) {
            throw new LaunchException(
                    "Порт " + number + " для " + key + " невозможен: бывают от 1 до " + HIGHEST + ".");
        }
        return number;
    }

    public int of(Port port) {
        return Objects.requireNonNull(byPort.get(port));
    }

    public String http(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** Refuses busy and repeated ports before anything is started, naming who wanted them and what to do. */
    void requireFree() {
        byPort.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            requireOnce(entry.getKey(), entry.getValue());
            if (!LocalPort.isFree(entry.getValue())) {
                throw busy(entry.getKey(), entry.getValue());
            }
        });
    }

    private void requireOnce(Port port, int number) {
        byPort.forEach((other, taken) -> {
            if (other != port && taken == number) {
                throw new LaunchException(
                        "Порт " + number + " назначен дважды: " + port.key() + " и " + other.key() + ".");
            }
        });
    }

    private static LaunchException busy(Port port, int number) {
        return new LaunchException("Порт " + number + " (" + port.title()
                + ") занят другой программой. Освободите его или выберите другой: " + "./otklik up --ports "
                + port.key() + "=" + (number + 1000) + " (все сразу: --port-base 9000).");
    }
}
