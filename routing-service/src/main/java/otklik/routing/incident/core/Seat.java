package otklik.routing.incident.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;

/** A place in the work on an incident: a role, and for an organ's people their organ. Whoever has it may take the step. */
public record Seat(Role role, @Nullable String organ) {

    static Seat of(otklik.regulation.Role role) {
        return new Seat(Role.valueOf(role.name()), null);
    }

    static Seat of(otklik.regulation.Role role, @Nullable String organ) {
        Role seat = Role.valueOf(role.name());
        return new Seat(seat, isOfAnOrgan(seat) ? organ : null);
    }

    static boolean isOfAnOrgan(Role role) {
        return role == Role.EXECUTOR || role == Role.RESPONSIBLE;
    }

    Optional<Grant> grant(Caller caller, String jurisdiction) {
        return organ == null ? caller.grant(jurisdiction, role) : caller.grant(jurisdiction, organ, role);
    }

    /** As queues are searched by: {@code executor@altai-krai/altai-krai.transport}. */
    public String in(String jurisdiction) {
        return new Grant(role, jurisdiction, organ).toString();
    }
}
