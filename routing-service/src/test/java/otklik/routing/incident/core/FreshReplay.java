package otklik.routing.incident.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import otklik.contracts.Json;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;

/**
 * A process of its own that opens the database of a service and says of every incident what its facts alone make of it: a line with id,
 * version and {@link #fingerprint} each. Of what the service keeps beside the facts it reads only what no fact names: the territory and the
 * address of the post.
 */
public final class FreshReplay {

    private static final ObjectMapper SORTED = Json.mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private FreshReplay() {}

    /** @param arguments JDBC address and user */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "");
                Statement statement = connection.createStatement()) {
            incidents(statement).forEach((begun, facts) -> {
                Incident incident = begun.incident(facts);
                System.out.println(incident.id() + " " + incident.version() + " "
                        + fingerprint(Json.mapper().writeValueAsString(incident)));
            });
        }
    }

    /** SHA-256 of the JSON with its fields in the order of the alphabet: a map comes in another order in every process. */
    public static String fingerprint(String json) {
        try {
            Object value = SORTED.readValue(json, Object.class);
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(SORTED.writeValueAsString(value).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<Begun, List<Fact>> incidents(Statement statement) throws SQLException {
        Map<Begun, List<Fact>> incidents = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("""
                select e.incident_id, i.jurisdiction, i.snapshot ->> 'address' as address, cast(e.fact as text) as fact
                from incident_event e join incident i on i.id = e.incident_id order by i.number, e.version""")) {
            while (row.next()) {
                Map<String, String> address =
                        Json.mapper().readValue(row.getString("address"), new TypeReference<Map<String, String>>() {});
                Begun begun = new Begun(
                        row.getObject("incident_id", UUID.class), row.getString("jurisdiction"), Map.copyOf(address));
                incidents
                        .computeIfAbsent(begun, fresh -> new ArrayList<>())
                        .add(Json.mapper().readValue(row.getString("fact"), Fact.class));
            }
        }
        return incidents;
    }

    /** What no fact names. */
    private record Begun(UUID id, String jurisdiction, Map<String, String> address) {

        Incident incident(List<Fact> facts) {
            Fact.IncidentRegistered first = (Fact.IncidentRegistered) facts.getFirst();
            return new Incident(
                            id,
                            jurisdiction,
                            first.number(),
                            0,
                            State.NEW,
                            first.channel(),
                            first.url(),
                            address,
                            first.detectedAt(),
                            first.classification(),
                            null,
                            null,
                            null,
                            null,
                            0,
                            null,
                            Marks.NONE)
                    .after(facts);
        }
    }
}
