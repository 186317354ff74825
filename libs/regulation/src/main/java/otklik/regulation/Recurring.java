package otklik.regulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.Office;

/**
 * Work that is due again and again: reports, content plans.
 *
 * @param title Russian, for people
 * @param every the period
 * @param on the day within the period; see {@link Day}
 * @param day day of the month, 0 where {@code on} is not {@code DAY}
 * @param at local time, null for the closing time of the day
 */
public record Recurring(
        String id,
        String title,
        String clause,
        Role owner,
        Period every,
        Day on,
        int day,
        @Nullable LocalTime at) {

    /** How often. Weeks begin on Monday. */
    public enum Period {
        WEEK,
        MONTH
    }

    /** Which day of the period. */
    public enum Day {
        /** Friday; where it is a day off, the working day before it in the same week (LB-11). */
        FRIDAY,
        /** The last but one working day; where there is only one, that one (KA-6). */
        LAST_BUT_ONE_WORKING_DAY,
        LAST_WORKING_DAY,
        /**
         * A date of the month, the last one where the month is shorter; where it is a day off, the next working day (Civil Code, article
         * 193).
         */
        DAY
    }

    /** The first due instant that is later than this one; periods without a working day are left out. */
    public Instant nextDue(Instant after, Office office) {
        LocalDate start =
                RecurringDates.periodOf(every, after.atZone(office.zone()).toLocalDate());
        while (true) {
            LocalDate due = RecurringDates.dueDate(this, start, office);
            if (due != null && dueAt(due, office).isAfter(after)) {
                return dueAt(due, office);
            }
            start = RecurringDates.next(every, start);
        }
    }

    private Instant dueAt(LocalDate date, Office office) {
        return at == null
                ? office.closing(date)
                : date.atTime(at).atZone(office.zone()).toInstant();
    }
}
