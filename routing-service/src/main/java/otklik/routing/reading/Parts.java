package otklik.routing.reading;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.incident.Actor;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.Visibility;
import otklik.routing.incident.core.Cooperation;
import otklik.routing.incident.core.Incident;

/** Several organs as the card shows them: each sees what the others handed over (LP-13), and of its own part everything. */
final class Parts {

    private Parts() {}

    static Card.@Nullable Several of(Incident incident, Directory directory, Caller caller) {
        Cooperation several = incident.cooperation();
        if (several == null) {
            return null;
        }
        String lead = several.lead();
        return new Card.Several(
                wire(several.mode()),
                lead == null ? null : new Card.Named(lead, directory.name(lead)),
                several.parts().stream()
                        .map(part -> part(
                                part, directory, Visibility.seesPart(caller, incident, part.organ(), part.round())))
                        .toList());
    }

    private static Card.Part part(Cooperation.Part part, Directory directory, boolean seen) {
        Actor by = part.by();
        return new Card.Part(
                new Card.Named(part.organ(), directory.name(part.organ())),
                wire(part.status()),
                part.round(),
                seen ? part.text() : null,
                by == null ? null : new Card.Named(by.id(), by.name()),
                part.at(),
                seen ? part.rework() : null,
                seen ? Objects.requireNonNullElse(part.attachments(), List.of()) : List.of());
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
