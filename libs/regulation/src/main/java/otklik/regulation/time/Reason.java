package otklik.regulation.time;

/** Why a stretch of time counts or does not. */
public enum Reason {
    COUNTED,
    BREAK,
    NIGHT,
    /** The hours a shortened day lacks. */
    SHORTENED,
    WEEKEND,
    HOLIDAY,
    TRANSFERRED,
    DECREED,
    /** The day of the start, where whole days are counted. */
    START_DAY;

    static Reason of(DayKind kind) {
        return switch (kind) {
            case WORKING, SHORTENED -> COUNTED;
            case WEEKEND -> WEEKEND;
            case HOLIDAY -> HOLIDAY;
            case TRANSFERRED -> TRANSFERRED;
            case DECREED -> DECREED;
        };
    }
}
