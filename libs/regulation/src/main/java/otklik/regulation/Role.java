package otklik.regulation;

/** One vocabulary of roles for all regulations; a profile gives each its own Russian title. */
public enum Role {
    CURATOR,
    CONTROLLER,
    EXECUTOR,
    RESPONSIBLE,
    SUPERVISOR,
    LEADERSHIP,
    OBSERVER
}
