package otklik.routing.presence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import otklik.contracts.access.Caller;
import otklik.routing.incident.Visibility;

/** Everybody who is at an incident just now; nobody when {@code people} is empty. */
public record Present(
        UUID id,
        @JsonIgnore String jurisdiction,
        @JsonIgnore List<String> organs,
        List<Somebody> people) {

    /** One person, in however many pages. */
    public record Somebody(String id, String name, Doing doing) {}

    /** Whoever may look at the incident may know who else does. */
    public boolean isFor(Caller caller) {
        return Visibility.sees(caller, jurisdiction, organs);
    }
}
