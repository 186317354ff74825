package otklik.routing.incident;

import java.util.List;
import java.util.UUID;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;

/** What a command brought about: the incident's new version and state and the names of the facts. */
public record CommandAnswer(UUID id, long version, String state, List<String> facts) {

    static CommandAnswer of(Incident after, List<Fact> facts) {
        return new CommandAnswer(
                after.id(),
                after.version(),
                after.state().name(),
                facts.stream().map(Fact::name).toList());
    }
}
