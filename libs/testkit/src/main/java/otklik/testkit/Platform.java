package otklik.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a service finds around it, as the settings it reads: the same names as the environment variables of production. */
public final class Platform {

    private Platform() {}

    /** Kafka and the issuer of tokens; the service's own port is a free one. */
    public static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("KAFKA_BOOTSTRAP", TestKafka.bootstrapServers());
        settings.put("OTKLIK_ISSUER", TestIssuer.address());
        settings.put("server.port", "0");
        // A test that leaves a request open behind itself does not hold up the stop.
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        return settings;
    }

    /** And a database. */
    public static Map<String, Object> settings(TestDatabase database) {
        Map<String, Object> settings = settings();
        settings.put("DATABASE_HOST", database.host());
        settings.put("DATABASE_PORT", Integer.toString(database.port()));
        settings.put("DATABASE_NAME", database.name());
        settings.put("DATABASE_USER", database.user());
        settings.put("DATABASE_PASSWORD", "");
        return settings;
    }
}
