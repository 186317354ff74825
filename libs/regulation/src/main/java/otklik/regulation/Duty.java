package otklik.regulation;

/** What the end of a term means. */
public enum Duty {
    /** Somebody had to do it by then: the term is breached. */
    OBLIGATION,
    /** Somebody could do it until then: the chance is gone, nobody is to blame (AK-7). */
    WINDOW
}
