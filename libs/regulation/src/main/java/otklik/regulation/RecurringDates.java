package otklik.regulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Recurring.Period;
import otklik.regulation.time.Office;

/** Dates within a week or a month. */
final class RecurringDates {

    private RecurringDates() {}

    /** First day of the period that holds the date. */
    static LocalDate periodOf(Period period, LocalDate date) {
        return switch (period) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    static LocalDate next(Period period, LocalDate start) {
        return switch (period) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** Null where the period has no working day that would do. */
    static @Nullable LocalDate dueDate(Recurring work, LocalDate start, Office office) {
        List<LocalDate> all = start.datesUntil(next(work.every(), start)).toList();
        return switch (work.on()) {
            case FRIDAY -> last(all, date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0, 1, office);
            case LAST_BUT_ONE_WORKING_DAY -> last(all, date -> true, 2, office);
            case LAST_WORKING_DAY -> last(all, date -> true, 1, office);
            case DAY -> workingFrom(start.withDayOfMonth(Math.min(work.day(), start.lengthOfMonth())), office);
        };
    }

    private static @Nullable LocalDate last(
            List<LocalDate> dates, Predicate<LocalDate> wanted, int fromTheEnd, Office office) {
        List<LocalDate> working =
                dates.stream().filter(wanted).filter(office::isWorkingDay).toList();
        return working.isEmpty() ? null : working.get(Math.max(0, working.size() - fromTheEnd));
    }

    private static LocalDate workingFrom(LocalDate date, Office office) {
        return office.isWorkingDay(date) ? date : office.time().workingDay(date, 1);
    }
}
