package otklik.bench.casework;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.testkit.TestIssuer;

/** Those who work and look, with their tokens. */
final class People {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private People() {}

    static Caller of(Role role, String jurisdiction, @Nullable String organ) {
        String login = role.wire() + "." + (organ == null ? jurisdiction : organ);
        return new Caller(login, "Имя " + login, List.of(new Grant(role, jurisdiction, organ)));
    }

    /** Everybody who may have something to do with an incident of the organ. */
    static List<Caller> around(String jurisdiction, String organ) {
        return Stream.of(
                        of(Role.CURATOR, jurisdiction, null),
                        of(Role.CONTROLLER, jurisdiction, null),
                        of(Role.EXECUTOR, jurisdiction, organ),
                        of(Role.RESPONSIBLE, jurisdiction, organ),
                        of(Role.SUPERVISOR, jurisdiction, null),
                        of(Role.LEADERSHIP, jurisdiction, null))
                .toList();
    }

    /** The value of the caller's {@code Authorization} header. */
    static String bearer(Caller caller) {
        return TOKENS.computeIfAbsent(
                caller.id(),
                login -> TestIssuer.bearer(
                        login, caller.grants().stream().map(Grant::toString).toArray(String[]::new)));
    }
}
