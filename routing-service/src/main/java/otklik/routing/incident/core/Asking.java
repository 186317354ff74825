package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.Actor;
import otklik.regulation.Regulation;
import otklik.routing.directory.core.Directory;

/**
 * Who asks, when, and what is known meanwhile.
 *
 * @param newId an id for the case that the command makes something that needs one
 * @param other the other incident that the command names, if it names one that exists
 * @param files those uploaded to the incident, and how many may stand with a reply
 * @param last what changed the incident last, where the command is to take that back
 * @param look what looks through replies
 * @param terms those of the incident that the sla-timer has told of and that run or were met, for the command that names an end
 */
public record Asking(
        Caller caller,
        Regulation regulation,
        Directory directory,
        Instant now,
        UUID newId,
        @Nullable Incident other,
        Files files,
        @Nullable LastStep last,
        ReplyLook look,
        List<KnownTerm> terms) {

    public Asking {
        terms = List.copyOf(terms);
    }

    public Asking(Caller caller, Regulation regulation, Directory directory, Instant now, UUID newId) {
        this(caller, regulation, directory, now, newId, null, Files.NONE, null, ReplyLook.NONE, List.of());
    }

    /** The same, and the other incident is known. */
    public Asking with(Incident found) {
        return new Asking(caller, regulation, directory, now, newId, found, files, last, look, terms);
    }

    /** The same, and the files are known. */
    public Asking with(Files found) {
        return new Asking(caller, regulation, directory, now, newId, other, found, last, look, terms);
    }

    /** The same, and the last step is known. */
    public Asking after(LastStep step) {
        return new Asking(caller, regulation, directory, now, newId, other, files, step, look, terms);
    }

    /** The same, and replies are looked through by that. */
    public Asking with(ReplyLook looking) {
        return new Asking(caller, regulation, directory, now, newId, other, files, last, looking, terms);
    }

    /** The same, and the terms are known. */
    public Asking with(List<KnownTerm> known) {
        return new Asking(caller, regulation, directory, now, newId, other, files, last, look, known);
    }

    /** The grant by which the caller may do the step with this incident: the right role, and for an organ's step the organ that has it. */
    public Optional<Grant> grant(Step step, Incident incident) {
        return step.seats(incident, regulation).stream()
                .flatMap(seat -> seat.grant(caller, incident.jurisdiction(), directory).stream())
                .findFirst();
    }

    Actor as(Grant grant) {
        return caller.as(grant);
    }

    @Nullable
    String clause(Step step) {
        return step.clause(regulation);
    }
}
