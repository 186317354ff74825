package otklik.bench.regulation;

import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.time.ProductionCalendar;

/** One calendar in everybody's terms: Altai Krai, office hours 08:00–17:00, the production calendar of Russia. */
final class Calendars {

    static final Regulation ALTAI = Regulations.shipped().get("altai-krai");
    static final ProductionCalendar RUSSIA = ALTAI.office().calendar();

    private Calendars() {}

    static DayWalk walk() {
        return new DayWalk(ALTAI.zone(), ALTAI.office().hours(), RUSSIA);
    }

    /** jBPM knows neither a lunch break nor shortened days nor working Saturdays: it has less to do. */
    static BusinessCalendarImpl jbpm(SetClock clock) {
        Properties settings = new Properties();
        settings.setProperty("business.days.per.week", "5");
        settings.setProperty("business.hours.per.day", "9");
        settings.setProperty("business.start.hour", "8");
        settings.setProperty("business.end.hour", "17");
        settings.setProperty("business.holiday.date.format", "yyyy-MM-dd");
        settings.setProperty(
                "business.holidays",
                String.join(
                        ",",
                        days(Calendars::isHoliday).stream()
                                .map(LocalDate::toString)
                                .toList()));
        settings.setProperty("business.cal.timezone", ALTAI.zone().getId());
        return new BusinessCalendarImpl(settings, clock);
    }

    /** Strata counts dates only; it does know working Saturdays. */
    static HolidayCalendar strata() {
        return ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("RU"),
                days(Calendars::isHoliday),
                List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                days(date -> isWeekend(date) && RUSSIA.day(date).isWorking()));
    }

    private static List<LocalDate> days(Predicate<LocalDate> wanted) {
        return LocalDate.of(2018, 1, 1)
                .datesUntil(RUSSIA.last().plusDays(1))
                .filter(wanted)
                .collect(Collectors.toList());
    }

    private static boolean isHoliday(LocalDate date) {
        return !isWeekend(date) && !RUSSIA.day(date).isWorking();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
