package otklik.routing.incident.core;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;

/**
 * A place in the work on an incident: a role, for an organ's people with their organ, for a supervisor with the organ of which it is. Whoever
 * has it may take the step.
 */
public record Seat(Role role, @Nullable String organ) {

    static Seat of(otklik.regulation.Role role) {
        return new Seat(Role.valueOf(role.name()), null);
    }

    static Seat of(otklik.regulation.Role role, @Nullable String organ) {
        Role seat = Role.valueOf(role.name());
        return new Seat(seat, isOfAnOrgan(seat) || seat == Role.SUPERVISOR ? organ : null);
    }

    static boolean isOfAnOrgan(Role role) {
        return role == Role.EXECUTOR || role == Role.RESPONSIBLE;
    }

    /** Supervisors have no organ in their grant: over which they are, the directory says (LB-5); a stand-in is over those of who is away. */
    Optional<Grant> grant(Caller caller, String jurisdiction, Directory directory) {
        if (organ == null) {
            return caller.grant(jurisdiction, role);
        }
        return isOfAnOrgan(role)
                ? caller.grant(jurisdiction, organ, role)
                : caller.grants().stream()
                        .filter(grant -> grant.role() == role && grant.covers(jurisdiction))
                        .filter(grant -> directory.isSupervisor(
                                Objects.requireNonNullElse(grant.actingFor(), caller.id()), jurisdiction, organ))
                        .findFirst();
    }

    /** The seats that the grant gives the caller in the jurisdiction, as queues are searched by. */
    public static Stream<String> queues(Caller caller, Grant grant, String jurisdiction, Directory directory) {
        Stream<Seat> overOrgans = grant.role() == Role.SUPERVISOR
                ? directory.of(jurisdiction).stream().map(organ -> new Seat(grant.role(), organ.id()))
                : Stream.empty();
        return Stream.concat(
                        Stream.of(new Seat(grant.role(), grant.organ())),
                        overOrgans.filter(seat ->
                                seat.grant(caller, jurisdiction, directory).isPresent()))
                .map(seat -> seat.in(jurisdiction));
    }

    /** As queues are searched by: {@code executor@altai-krai/altai-krai.transport}. */
    public String in(String jurisdiction) {
        return new Grant(role, jurisdiction, organ).toString();
    }
}
