package otklik.standalone.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Lets a library wake up by itself only in the applications that asked for it. All applications share one class path here, and
 * without this the gateway's library would make every service a gateway, and the sign-in's web server would serve them all.
 */
final class WakeFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Names the application that is being started; without it (outside the standalone) everything may wake up. */
    static final String PART = "otklik.standalone.part";

    private static final Set<String> DATABASE_USERS = Set.of("ingest", "routing", "publisher", "reporting");
    private static final Set<String> SERVICES = Set.of("ingest", "routing", "sla", "publisher", "reporting");

    /** A piece of the class name, lower case, and the applications it is meant for; the first that fits decides. */
    private static final List<Map.Entry<String, Set<String>>> RULES = List.of(
            Map.entry("tomcatreactive", Set.of()),
            Map.entry("org.springframework.cloud.", Set.of("gateway")),
            Map.entry(".tomcat.", Set.of("identity")),
            Map.entry(".servlet.", Set.of("identity")),
            Map.entry(".webmvc.", Set.of("identity")),
            Map.entry(".thymeleaf.", Set.of("identity", "simulators")),
            Map.entry(".mail.", Set.of("publisher")),
            Map.entry(".resilience4j.", Set.of("publisher")),
            Map.entry(".resilience.", Set.of("publisher")),
            Map.entry(".r2dbc.", DATABASE_USERS),
            Map.entry(".jdbc.", DATABASE_USERS),
            Map.entry(".flyway.", DATABASE_USERS),
            Map.entry(".kafka.", SERVICES),
            Map.entry("org.springdoc.", SERVICES),
            Map.entry(".oauth2.server.resource.", SERVICES),
            Map.entry(".security.", Set.of("ingest", "routing", "sla", "publisher", "reporting", "identity")));

    private @Nullable String part;

    @Override
    public void setEnvironment(Environment environment) {
        part = environment.getProperty(PART);
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var may = new boolean[classes.length];
        for (int index = 0; index < classes.length; index++) {
            may[index] = mayWake(classes[index]);
        }
        return may;
    }

    private boolean mayWake(@Nullable String name) {
        if (part == null || name == null) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> lower.contains(rule.getKey()))
                .findFirst()
                .map(rule -> rule.getValue().contains(part))
                .orElse(true);
    }
}
