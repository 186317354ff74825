package otklik.regulation;

/** What may be true of one incident and swap a term for another. */
public enum Circumstance {
    /** The draft came by e-mail and not through the system (VP-13). */
    BY_EMAIL,
    /** The question belongs to several organs (KH-7, KH-13). */
    SEVERAL_ORGANS,
    /** The executor's organ has no account in the network of the post (KH-13). */
    NO_ACCOUNT,
    /** The author has had an interim reply, and the final one is due (AK-13, KH-11, LP-12). */
    AFTER_INTERIM
}
