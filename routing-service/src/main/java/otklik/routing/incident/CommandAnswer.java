package otklik.routing.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;

/**
 * What a command brought about: the incident's new version and state and the names of the facts.
 *
 * @param done what was done, in Russian, as the timeline calls it; null in an answer kept from before there was this
 * @param undoUntil until when whoever gave the command may take it back; null if not at all
 */
public record CommandAnswer(
        UUID id,
        long version,
        String state,
        List<String> facts,
        @Nullable String done,
        @Nullable Instant undoUntil) {

    static CommandAnswer of(Incident after, List<Fact> facts, @Nullable Instant undoUntil) {
        return new CommandAnswer(
                after.id(),
                after.version(),
                after.state().name(),
                facts.stream().map(Fact::name).toList(),
                FactWords.stepTitle(facts),
                undoUntil);
    }
}
