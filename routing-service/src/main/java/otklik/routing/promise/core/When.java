package otklik.routing.promise.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A date or a term as people word it. What it comes to depends on the day on which it is said. */
public sealed interface When {

    /**
     * The last day of it.
     *
     * @param said the day, in the zone of the jurisdiction
     * @param working whether a date is a working day there
     * @return empty if it is past, or too vague to be held to
     */
    Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working);

    /** {@code 15 июня}, {@code до 15.06.2027}. {@code until}: it comes with a word that looks ahead, such as «до». */
    record OnDate(int day, Month month, @Nullable Integer year, boolean until) implements When {

        /** A date without a year that has just passed is the past one, and one long past is that of the next year. */
        private static final int JUST_PASSED = 180;

        private static final int JUST_PASSED_UNTIL = 60;

        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            if (day > month.maxLength()) {
                return Optional.empty();
            }
            if (year != null) {
                return ahead(date(year), said);
            }
            LocalDate near = date(said.getYear());
            long ago = ChronoUnit.DAYS.between(near, said);
            if (ago <= 0) {
                return Optional.of(near);
            }
            return ago <= (until ? JUST_PASSED_UNTIL : JUST_PASSED)
                    ? Optional.empty()
                    : Optional.of(date(said.getYear() + 1));
        }

        private LocalDate date(int in) {
            return YearMonth.of(in, month).atDay(1).plusDays(day - 1L);
        }
    }

    /** {@code в июне}, {@code до середины июня}; {@code lastDay} 0: the day before it begins, 31: its end. */
    record InMonth(Month month, @Nullable Integer year, int lastDay) implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            if (year != null) {
                return ahead(last(year), said);
            }
            LocalDate here = last(said.getYear());
            return Optional.of(here.isBefore(said) ? last(said.getYear() + 1) : here);
        }

        private LocalDate last(int in) {
            YearMonth whole = YearMonth.of(in, month);
            return lastDay == 0 ? whole.atDay(1).minusDays(1) : whole.atDay(Math.min(lastDay, whole.lengthOfMonth()));
        }
    }

    /** {@code в I квартале 2027 года}. {@code quarter} 1…4. */
    record InQuarter(int quarter, @Nullable Integer year) implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            if (year != null) {
                return ahead(end(year), said);
            }
            LocalDate here = end(said.getYear());
            return Optional.of(here.isBefore(said) ? end(said.getYear() + 1) : here);
        }

        private LocalDate end(int in) {
            return YearMonth.of(in, quarter * 3).atEndOfMonth();
        }
    }

    /** {@code в 2027 году}. */
    record InYear(int year) implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            return ahead(LocalDate.of(year, 12, 31), said);
        }
    }

    /** {@code в течение 10 рабочих дней}, {@code через неделю}, {@code завтра}: so many from the day it is said. */
    record Within(int amount, Unit unit) implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            return Optional.of(
                    switch (unit) {
                        case HOURS -> said.plusDays(amount / 24);
                        case DAYS -> said.plusDays(amount);
                        case WORKING_DAYS -> afterWorkingDays(said, working);
                        case WEEKS -> said.plusWeeks(amount);
                        case MONTHS -> said.plusMonths(amount);
                        case QUARTERS -> said.plusMonths(3L * amount);
                        case YEARS -> said.plusYears(amount);
                    });
        }

        private LocalDate afterWorkingDays(LocalDate said, Predicate<LocalDate> working) {
            LocalDate day = said;
            for (int left = amount; left > 0; ) {
                day = day.plusDays(1);
                left -= working.test(day) ? 1 : 0;
            }
            return day;
        }
    }

    /** What is counted. */
    enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS,
        WEEKS,
        MONTHS,
        QUARTERS,
        YEARS
    }

    /** {@code до конца месяца}, {@code на следующей неделе}: the end of the stretch that is {@code ahead} of the present one. */
    record EndOf(Unit unit, int ahead) implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            return switch (unit) {
                case HOURS, DAYS, WORKING_DAYS -> Optional.of(said.plusDays(ahead));
                case WEEKS -> Optional.of(said.plusWeeks(ahead).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
                case MONTHS ->
                    Optional.of(YearMonth.from(said).plusMonths(ahead).atEndOfMonth());
                case QUARTERS ->
                    Optional.of(YearMonth.of(said.getYear(), (said.getMonthValue() + 2) / 3 * 3)
                            .plusMonths(3L * ahead)
                            .atEndOfMonth());
                case YEARS -> Optional.of(LocalDate.of(said.getYear() + ahead, 12, 31));
            };
        }
    }

    /** {@code к пятнице}: the next one after the day it is said; {@code next}: that of the week after this one. */
    record OnWeekday(DayOfWeek day, boolean next) implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            return Optional.of(
                    next
                            ? said.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                                    .with(TemporalAdjusters.nextOrSame(day))
                            : said.with(TemporalAdjusters.next(day)));
        }
    }

    /** A date or a term that nobody can be held to: {@code за три дня}, {@code вчера}, {@code в ближайшие дни}. */
    record Vague() implements When {
        @Override
        public Optional<LocalDate> due(LocalDate said, Predicate<LocalDate> working) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> ahead(LocalDate date, LocalDate said) {
        return date.isBefore(said) ? Optional.empty() : Optional.of(date);
    }
}
