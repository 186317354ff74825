package otklik.routing.incident.core;

/** Where an incident is in its life. */
public enum State {
    /** Waits for the curator to send it to an organ. */
    NEW,
    /** Sent to an organ, nobody there has taken it. */
    ROUTED,
    /** An executor works on it. */
    IN_WORK,
    /** A draft waits for agreement inside the organ. */
    ON_AGREEMENT,
    /** A draft waits for approval. */
    ON_APPROVAL,
    /** The draft came back. */
    REWORK,
    /** Approved; the reply is on its way. */
    APPROVED,
    /** An interim answer stands; the final one is due. */
    AWAITING_FINAL,
    /** The author was asked; the answer is awaited. */
    AWAITING_AUTHOR,
    /** The organ is not competent; the curator is to send it elsewhere. */
    RETURNED,
    /** Answered and closed. */
    DONE,
    /** Kept apart: not to be processed. */
    SCREENED_OUT,
    /** The curator decided that no reaction is due. */
    NO_REACTION;

    /**
     * Whether it tells of words to the author that are on their way, stand there or wait for an answer. That another organ gets the incident,
     * or its part is asked for, changes nothing about those.
     */
    boolean isOfTheReply() {
        return this == ON_APPROVAL || this == APPROVED || this == AWAITING_FINAL || this == AWAITING_AUTHOR;
    }

    /** Whether words to the author wait for approval or publication. */
    boolean isOnItsWay() {
        return this == ON_APPROVAL || this == APPROVED;
    }

    /** Whether nobody has anything to do with it any more. */
    public boolean isClosed() {
        return this == DONE || this == SCREENED_OUT || this == NO_REACTION;
    }
}
