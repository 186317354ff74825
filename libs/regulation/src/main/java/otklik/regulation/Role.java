package otklik.regulation;

/** One vocabulary of roles for all regulations; a profile gives each its own Russian title. */
public enum Role {
    CURATOR,
    CONTROLLER,
    EXECUTOR,
    RESPONSIBLE,
    SUPERVISOR,
    LEADERSHIP,
    /** Chief of staff: hears at once of what is significant (LB-12) and looks on; no step of the work and no step of the ladder is theirs. */
    CHIEF,
    OBSERVER
}
