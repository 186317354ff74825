package otklik.standalone.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that listens. The offset is the distance from the lowest port where one number moves all of them. */
public enum Port {
    GATEWAY(8080, 0, "шлюз и консоль"),
    INGEST(8081, 1, "ingest-service"),
    ROUTING(8082, 2, "routing-service"),
    SLA(8083, 3, "sla-timer-service"),
    PUBLISHER(8084, 4, "publisher-service"),
    REPORTING(8085, 5, "reporting-service"),
    IDENTITY(8086, 6, "вход в систему"),
    SIMULATORS(8090, 10, "имитация социальных сетей"),
    SMTP(2525, 11, "имитация почты"),
    KAFKA(9092, 12, "Kafka"),
    POSTGRES(5433, 13, "PostgreSQL");

    private final int usual;
    private final int offset;
    private final String title;

    Port(int usual, int offset, String title) {
        this.usual = usual;
        this.offset = offset;
        this.title = title;
    }

    public int usual() {
        return usual;
    }

    int offset() {
        return offset;
    }

    public String title() {
        return title;
    }

    /** As people write it: {@code --ports gateway=9080}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Port> of(String key) {
        return Arrays.stream(values()).filter(port -> port.key().equals(key)).findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(Port::key).collect(Collectors.joining(", "));
    }
}
