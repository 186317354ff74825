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
    OBSERVER;

    /** Whether whoever has it works in one organ, so that what they owe is owed by that organ. */
    public boolean isOfAnOrgan() {
        return switch (this) {
            case EXECUTOR, RESPONSIBLE -> true;
            case CURATOR, CONTROLLER, SUPERVISOR, LEADERSHIP, CHIEF, OBSERVER -> false;
        };
    }
}
