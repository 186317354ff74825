package otklik.routing.incident.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.regulation.Regulation;
import otklik.routing.directory.core.Directory;

/**
 * Who asks, when, and what is known meanwhile.
 *
 * @param newId an id for the case that the command makes something that needs one
 */
public record Asking(Caller caller, Regulation regulation, Directory directory, Instant now, UUID newId) {

    /** The grant by which the caller may do the step with this incident: the right role, and for an organ's step the organ that has it. */
    public Optional<Grant> grant(Step step, Incident incident) {
        return step.roles(regulation).stream()
                .flatMap(role -> grant(role, incident).stream())
                .findFirst();
    }

    private Optional<Grant> grant(Role role, Incident incident) {
        return switch (role) {
            case EXECUTOR, RESPONSIBLE ->
                incident.organ() == null
                        ? Optional.empty()
                        : caller.grant(incident.jurisdiction(), incident.organ(), role);
            case CURATOR, CONTROLLER, SUPERVISOR, LEADERSHIP, OBSERVER, INTEGRATION, ADMIN ->
                caller.grant(incident.jurisdiction(), role);
        };
    }
}
