package otklik.routing.incident;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.StepUndone;
import tools.jackson.core.type.TypeReference;

/**
 * One line of the timeline.
 *
 * @param version of the incident after a fact; null for what happened to a deadline
 * @param title in Russian
 * @param clause that the entry fulfils or, for a deadline, that sets it
 */
record TimelineEntry(
        @Nullable Long version,
        Instant at,
        String type,
        String title,
        Actor by,
        @Nullable String clause,
        Map<String, Object> details) {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    static TimelineEntry of(StoredFact stored, Regulation regulation) {
        Fact fact = stored.fact();
        Step step = FactWords.step(fact);
        return new TimelineEntry(
                stored.version(),
                stored.at(),
                stored.type(),
                FactWords.title(fact),
                stored.actor(),
                step == null ? null : step.clause(regulation),
                details(stored, fact));
    }

    /** All that the fact says, but not the whole incident again; in an order that is always the same. */
    private static Map<String, Object> details(StoredFact stored, Fact fact) {
        return fact instanceof StepUndone undone
                ? new TreeMap<>(Map.of("type", fact.name(), "backTo", undone.backTo()))
                : Json.mapper().readValue(stored.factJson(), DETAILS);
    }
}
