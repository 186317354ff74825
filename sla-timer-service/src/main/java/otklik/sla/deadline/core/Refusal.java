package otklik.sla.deadline.core;

/** Why a fact cannot be taken into the clocks; a metric tag and the cause of a dead letter. */
public enum Refusal {
    /** A fact of an incident whose registration never came by. */
    NOT_REGISTERED,
    UNKNOWN_JURISDICTION,
    /** It starts a clock on a day for which no production calendar is decreed. */
    OUTSIDE_CALENDAR,
    /** It claims to have come about later than now, by more than clocks differ. */
    IN_THE_FUTURE,
    /** A step is taken back that was not the last one, or was taken before this release. */
    NOT_REMEMBERED
}
