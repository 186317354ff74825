package otklik.routing.incident;

import java.util.UUID;
import otklik.routing.incident.core.Incident;

/** That an incident changed; who wants to know more asks for it. */
public record IncidentChange(UUID id, long version, String state, String jurisdiction) {

    static IncidentChange of(Incident incident) {
        return new IncidentChange(
                incident.id(), incident.version(), incident.state().name(), incident.jurisdiction());
    }
}
