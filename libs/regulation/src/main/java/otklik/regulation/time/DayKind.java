package otklik.regulation.time;

/** What the production calendar says about a date. */
public enum DayKind {
    /** An ordinary working day; on a Saturday or Sunday a working day moved there. */
    WORKING,
    /** A working day before a holiday: closes earlier. */
    SHORTENED,
    /** Saturday or Sunday. */
    WEEKEND,
    /** A public holiday. */
    HOLIDAY,
    /** A day off moved here from a holiday that fell on a weekend, or from a worked Saturday. */
    TRANSFERRED,
    /** Declared non-working by a decree in the course of the year. */
    DECREED;

    public boolean isWorking() {
        return this == WORKING || this == SHORTENED;
    }
}
