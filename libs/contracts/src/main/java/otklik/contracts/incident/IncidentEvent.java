package otklik.contracts.incident;

import java.time.Instant;
import java.util.UUID;
import otklik.contracts.Event;

/**
 * One fact of an incident's life.
 *
 * @param version 1, 2, 3… without gaps within an incident; a consumer ignores what it has seen
 * @param at when it came about
 */
public record IncidentEvent(UUID incidentId, String jurisdiction, long version, Instant at, Actor by, IncidentFact fact)
        implements Event {

    @Override
    public String key() {
        return incidentId.toString();
    }

    @Override
    public Object subject() {
        return fact;
    }
}
