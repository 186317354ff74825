package otklik.routing.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.StepUndone;
import tools.jackson.core.type.TypeReference;

/**
 * One line of the timeline.
 *
 * @param version of the incident after a fact; null for what is no fact
 * @param title in Russian
 * @param clause that the entry fulfils or, for a deadline, that sets it
 * @param details without the words and files that the reader may not see
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

    /** Members of facts that hold what people wrote, handed in and said about it (what to mend, until when), and where it can be read. */
    private static final Set<String> WORDS =
            Set.of("text", "attachments", "comment", "url", "letPass", "reasons", "dueAt");

    /** @param readable whether the reader may see the words of a fact */
    static TimelineEntry of(StoredFact stored, Regulation regulation, Predicate<Fact> readable) {
        Fact fact = stored.fact();
        boolean words = readable.test(fact);
        return new TimelineEntry(
                stored.version(),
                stored.at(),
                stored.type(),
                words ? FactWords.title(fact) : FactWords.wordlessTitle(fact),
                stored.actor(),
                FactWords.clause(fact, regulation),
                details(stored, fact, words));
    }

    static TimelineEntry of(Beside.Told told) {
        return new TimelineEntry(null, told.at(), told.type(), told.title(), told.by(), null, told.details());
    }

    /** All that the fact says, but not the whole incident again; in an order that is always the same. */
    private static Map<String, Object> details(StoredFact stored, Fact fact, boolean words) {
        if (fact instanceof StepUndone undone) {
            return new TreeMap<>(Map.of("type", fact.name(), "backTo", undone.backTo()));
        }
        Map<String, Object> details = Json.mapper().readValue(stored.factJson(), DETAILS);
        if (!words) {
            details.keySet().removeAll(WORDS);
        }
        return details;
    }
}
