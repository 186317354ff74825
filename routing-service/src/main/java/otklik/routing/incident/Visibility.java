package otklik.routing.incident;

import java.util.List;
import java.util.Set;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.web.Problem;

/**
 * Who may look at an incident: those who watch over the whole jurisdiction, and the people of the organs that work on it. The post's author is
 * shown only to those who work on the answer.
 */
public final class Visibility {

    static final String NOT_SEEN = "Это сообщение у другого органа или другой территории.";

    private static final Role[] WATCHERS = {
        Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP, Role.CHIEF, Role.OBSERVER, Role.ADMIN
    };
    private static final Set<Role> WORKERS = Set.of(Role.CURATOR, Role.CONTROLLER, Role.EXECUTOR, Role.RESPONSIBLE);

    private Visibility() {}

    /** @throws Problem 403 if the caller may not look */
    public static void require(Caller caller, String jurisdiction, List<String> organs) {
        if (!sees(caller, jurisdiction, organs)) {
            throw Problem.forbidden(NOT_SEEN);
        }
    }

    /** @param organs that work on the incident */
    public static boolean sees(Caller caller, String jurisdiction, List<String> organs) {
        return seesAll(caller, jurisdiction)
                || organs.stream().anyMatch(organ -> isOfOrgan(caller, jurisdiction, organ));
    }

    public static boolean seesAll(Caller caller, String jurisdiction) {
        return caller.has(jurisdiction, WATCHERS);
    }

    /** Whether the caller works on answers in the jurisdiction, and so may know whom they are for. */
    public static boolean seesAuthor(Caller caller, String jurisdiction) {
        return caller.grants().stream().anyMatch(grant -> grant.covers(jurisdiction) && WORKERS.contains(grant.role()));
    }

    /** Whether the caller has a part in the work, or answers for it: whoever only looks on writes nothing. */
    public static boolean takesPart(Caller caller, String jurisdiction, List<String> organs) {
        return caller.has(jurisdiction, Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP)
                || organs.stream().anyMatch(organ -> isOfOrgan(caller, jurisdiction, organ));
    }

    static boolean accountsFor(Caller caller, String jurisdiction) {
        return caller.has(jurisdiction, Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP, Role.ADMIN);
    }

    /** Whether the caller works in that organ. */
    public static boolean isOfOrgan(Caller caller, String jurisdiction, String organ) {
        return caller.grant(jurisdiction, organ, Role.EXECUTOR).isPresent()
                || caller.grant(jurisdiction, organ, Role.RESPONSIBLE).isPresent();
    }
}
