package otklik.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import otklik.regulation.time.Clock;

/** Numbers, dates and amounts in Russian words. */
public final class Russian {

    private static final Locale LOCALE = Locale.of("ru", "RU");
    private static final List<String> WEEKDAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LOCALE);

    private Russian() {}

    /** «9 рабочих часов», «30 минут», «7 рабочих дней». */
    public static String amount(Clock clock, Duration amount) {
        return switch (clock) {
            case WORKING -> time(amount, true);
            case CALENDAR -> time(amount, false);
            case DAY_SUSPENDED -> time(amount, false) + " без выходных и праздников";
            case WORKING_DAYS -> count(amount.toDays(), "рабочий день", "рабочих дня", "рабочих дней");
        };
    }

    private static String time(Duration amount, boolean working) {
        String hours = working
                ? count(amount.toHours(), "рабочий час", "рабочих часа", "рабочих часов")
                : count(amount.toHours(), "час", "часа", "часов");
        String minutes = working && amount.toHours() == 0
                ? count(amount.toMinutesPart(), "рабочая минута", "рабочие минуты", "рабочих минут")
                : count(amount.toMinutesPart(), "минута", "минуты", "минут");
        if (amount.toMinutesPart() == 0) {
            return hours;
        }
        return amount.toHours() == 0 ? minutes : hours + " " + minutes;
    }

    public static String count(long number, String one, String few, String many) {
        long tens = number % 100;
        long units = number % 10;
        if (units == 1 && tens != 11) {
            return number + " " + one;
        }
        boolean isFew = units >= 2 && units <= 4 && (tens < 12 || tens > 14);
        return number + " " + (isFew ? few : many);
    }

    /** «1,3»: to a tenth, without a zero at its end. */
    public static String decimal(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "," + tenths % 10;
    }

    /** «вт 16:20». */
    public static String weekdayAndTime(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return weekday(local) + " " + TIME.format(local);
    }

    /** «вт 16 июня 16:20». */
    public static String dateAndTime(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return weekday(local) + " " + DATE.format(local) + " " + TIME.format(local);
    }

    /** «12 июня». */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** «12 июня 2026 года»: of days that may be long gone. */
    public static String dateAndYear(LocalDate date) {
        return date(date) + " " + date.getYear() + " года";
    }

    /** «12 июня», or «1–11 января» up to the day before {@code to}. */
    static String dates(Instant from, Instant to, ZoneId zone) {
        ZonedDateTime first = from.atZone(zone);
        ZonedDateTime last = to.minusNanos(1).atZone(zone);
        if (first.toLocalDate().equals(last.toLocalDate())) {
            return DATE.format(first);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + DATE.format(last)
                : DATE.format(first) + " – " + DATE.format(last);
    }

    /** «п. 8» for «AK-8». */
    public static String clause(String id) {
        return "п. " + id.substring(id.indexOf('-') + 1);
    }

    private static String weekday(ZonedDateTime local) {
        return WEEKDAYS.get(local.getDayOfWeek().getValue() - 1);
    }
}
