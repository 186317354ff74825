package otklik.contracts.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import otklik.contracts.incident.Actor;

/** Whoever calls an API: who it is and what it may do where. */
public record Caller(String id, String name, List<Grant> grants) {

    /** Name of the claim of the access token that lists the grants. */
    public static final String GRANTS_CLAIM = "otklik_grants";

    /** Whether any grant reaches the jurisdiction: enough to read what is not personal. */
    public boolean reaches(String jurisdiction) {
        return grants.stream().anyMatch(grant -> grant.covers(jurisdiction));
    }

    public boolean has(String jurisdiction, Role... roles) {
        return grant(jurisdiction, roles).isPresent();
    }

    /** The first grant with one of the roles in the jurisdiction, in the order of the roles asked. */
    public Optional<Grant> grant(String jurisdiction, Role... roles) {
        return Arrays.stream(roles)
                .flatMap(role -> grants.stream().filter(grant -> grant.role() == role && grant.covers(jurisdiction)))
                .findFirst();
    }

    /** The grant with the role for the very organ. */
    public Optional<Grant> grant(String jurisdiction, String organ, Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role && grant.covers(jurisdiction) && organ.equals(grant.organ()))
                .findFirst();
    }

    /**
     * The same person with the grants of those who are away, behind the own ones: a right that the caller has anyway stays their own.
     *
     * @param absent grants marked with whose they are, see {@link Grant#actingFor(String)}
     */
    public Caller standingInBy(List<Grant> absent) {
        Stream<Grant> more =
                absent.stream().filter(grant -> grant.role().hasSubstitutes() && !grants.contains(grant.own()));
        return new Caller(id, name, Stream.concat(grants.stream(), more).toList());
    }

    /** As the doer of a fact, in the role in which the caller acts. */
    public Actor as(Grant grant) {
        return new Actor(id, name, grant.role().wire(), grant.organ(), grant.actingFor());
    }
}
