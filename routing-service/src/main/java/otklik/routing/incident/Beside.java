package otklik.routing.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import otklik.contracts.incident.Actor;
import reactor.core.publisher.Flux;

/**
 * What another feature tells of an incident beside its facts, for the timeline and the evidence pack. Whoever sees the incident reads it all.
 * The chain of facts does not cover it; the manifest of every pack does, as it covers deadlines.
 */
public interface Beside {

    /** In any order. */
    Flux<Told> of(UUID incident);

    /**
     * @param type noun and participle, as facts are named
     * @param title in Russian
     * @param details in an order that is always the same
     */
    record Told(Instant at, String type, String title, Actor by, Map<String, Object> details) {}
}
