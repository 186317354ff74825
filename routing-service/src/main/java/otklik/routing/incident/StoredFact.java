package otklik.routing.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Sha256;

/**
 * A fact as a row of the audit trail. {@code actorJson} and {@code factJson} are kept to the letter, because the hash covers them.
 *
 * @param hash SHA-256, hexadecimal, over the row and the hash of the row before it
 */
record StoredFact(
        UUID incidentId,
        long version,
        UUID eventId,
        Instant at,
        String actorJson,
        String type,
        String factJson,
        @Nullable String causationId,
        String hash) {

    /** What the first fact of an incident takes for the hash before it. */
    static final String NO_HASH = "0".repeat(64);

    static StoredFact of(
            UUID incidentId,
            long version,
            UUID eventId,
            Instant at,
            Actor by,
            Fact fact,
            @Nullable String cause,
            String before) {
        String actorJson = Json.mapper().writeValueAsString(by);
        String factJson = Json.mapper().writerFor(Fact.class).writeValueAsString(fact);
        return new StoredFact(
                incidentId,
                version,
                eventId,
                at,
                actorJson,
                fact.name(),
                factJson,
                cause,
                hash(before, incidentId, version, at, actorJson, factJson));
    }

    /** Whether the row is what it was when it was written after a row with that hash. */
    boolean isIntactAfter(String before) {
        return hash.equals(hash(before, incidentId, version, at, actorJson, factJson));
    }

    Fact fact() {
        return Json.mapper().readValue(factJson, Fact.class);
    }

    Actor actor() {
        return Json.mapper().readValue(actorJson, Actor.class);
    }

    private static String hash(String before, UUID incident, long version, Instant at, String actor, String fact) {
        String text =
                String.join("\n", before, incident.toString(), Long.toString(version), at.toString(), actor, fact);
        return Sha256.of(text);
    }
}
