package otklik.regulation.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * Arithmetic on the four clocks for one office: zone, hours and calendar together. Immutable, O(1)
 * in practice, about half a megabyte for fifteen years. {@link Clock#WORKING_DAYS} amounts
 * are durations of whole days.
 *
 * <p>Both {@code plus} and {@code minus} return the earliest instant at which the counted time equals
 * the amount: a term that fills an open stretch exactly ends at its closing.
 */
public final class WorkingTime {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final ZoneId zone;
    private final TimeIndex working;
    private final TimeIndex workingDates;
    private final DayIndex days;

    WorkingTime(ZoneId zone, TimeIndex working, TimeIndex workingDates, DayIndex days) {
        this.zone = zone;
        this.working = working;
        this.workingDates = workingDates;
        this.days = days;
    }

    public static WorkingTime of(ZoneId zone, OfficeHours hours, ProductionCalendar calendar) {
        return of(zone, calendar.first(), calendar.last(), date -> hours.on(date, calendar.day(date)));
    }

    /** Both dates inclusive; a date without hours is a day off. */
    public static WorkingTime of(
            ZoneId zone, LocalDate first, LocalDate last, Function<LocalDate, List<Hours>> hoursOn) {
        return new WorkingTimeBuilder(zone, first, last, hoursOn).build();
    }

    public ZoneId zone() {
        return zone;
    }

    public Instant plus(Clock clock, Instant start, Duration amount) {
        return switch (clock) {
            case WORKING -> working.plus(start, amount);
            case CALENDAR -> start.plus(amount);
            case DAY_SUSPENDED -> workingDates.plus(start, amount);
            case WORKING_DAYS -> Instant.ofEpochSecond(days.plus(start.getEpochSecond(), amount.toDays()));
        };
    }

    /** The same in milliseconds, allocating nothing: for counting very many. */
    public long plusMillis(Clock clock, long start, long amount) {
        return switch (clock) {
            case WORKING -> working.plusMillis(start, amount);
            case CALENDAR -> start + amount;
            case DAY_SUSPENDED -> workingDates.plusMillis(start, amount);
            case WORKING_DAYS -> days.plus(Math.floorDiv(start, 1000L), amount / DAY) * 1000;
        };
    }

    public Instant minus(Clock clock, Instant end, Duration amount) {
        return switch (clock) {
            case WORKING -> working.minus(end, amount);
            case CALENDAR -> end.minus(amount);
            case DAY_SUSPENDED -> workingDates.minus(end, amount);
            case WORKING_DAYS -> Instant.ofEpochSecond(days.minus(end.getEpochSecond(), amount.toDays()));
        };
    }

    /** The same in milliseconds, allocating nothing. */
    public long minusMillis(Clock clock, long end, long amount) {
        return switch (clock) {
            case WORKING -> working.minusMillis(end, amount);
            case CALENDAR -> end - amount;
            case DAY_SUSPENDED -> workingDates.minusMillis(end, amount);
            case WORKING_DAYS -> days.minus(Math.floorDiv(end, 1000L), amount / DAY) * 1000;
        };
    }

    /** Counted time from start to end, negative where end comes first. */
    public Duration between(Clock clock, Instant start, Instant end) {
        return switch (clock) {
            case WORKING -> working.between(start, end);
            case CALENDAR -> Duration.between(start, end);
            case DAY_SUSPENDED -> workingDates.between(start, end);
            case WORKING_DAYS -> Duration.ofDays(days.between(start.getEpochSecond(), end.getEpochSecond()));
        };
    }

    /** Whether the office is open: the opening instant is, the closing instant is not. */
    public boolean isOpen(Instant at) {
        return working.isOpen(at);
    }

    /** The instant itself where the office is open, otherwise the next opening. */
    public Instant nextOpening(Instant at) {
        return working.nextOpening(at);
    }

    /** The n-th working day after the date; before it where n is negative. */
    public LocalDate workingDay(LocalDate date, int days) {
        return this.days.shift(date, days);
    }

    TimeIndex working() {
        return working;
    }
}
