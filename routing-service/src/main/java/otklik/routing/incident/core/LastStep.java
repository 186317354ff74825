package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import otklik.contracts.incident.Actor;

/**
 * The last thing that changed an incident, whoever did it: a person by a command, or the system.
 *
 * @param before the incident before it
 * @param facts what came about by it, at least one
 * @param what it is called in the timeline
 */
public record LastStep(Actor by, Instant at, Incident before, List<Fact> facts, String what) {

    public LastStep {
        facts = List.copyOf(facts);
    }
}
