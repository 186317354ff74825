package otklik.regulation.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What kind of day each date is, and since when that was known. A calendar holds the decreed years
 * only; a year may be provisional, that is, not decreed yet. {@link #asKnownOn} answers what a
 * calculator would have said before a decree changed the year under its feet.
 */
public final class ProductionCalendar {

    private final String id;
    private final List<CalendarYear> years;
    private final LocalDate knownOn;
    private final Map<LocalDate, CalendarDay> special;

    ProductionCalendar(String id, List<CalendarYear> years, LocalDate knownOn) {
        this(id, years, knownOn, Map.of());
    }

    private ProductionCalendar(
            String id, List<CalendarYear> years, LocalDate knownOn, Map<LocalDate, CalendarDay> regional) {
        this.id = id;
        this.years = List.copyOf(years);
        this.knownOn = knownOn;
        this.special = new TreeMap<>();
        years.forEach(year -> special.putAll(year.daysKnownOn(knownOn)));
        special.putAll(regional);
    }

    /** The calendar of Russia, 2013–2027, with every decree there is. */
    public static ProductionCalendar russia() {
        return Russia.CALENDAR;
    }

    /** Reads the project's own format; {@code file} is only for messages. */
    public static ProductionCalendar parse(String id, String file, String text) {
        return new ProductionCalendar(id, new CalendarParser(file).parse(text), LocalDate.MAX);
    }

    /** The same calendar as it stood on that day: decrees signed later are not in it. */
    public ProductionCalendar asKnownOn(LocalDate date) {
        return new ProductionCalendar(id, years, date);
    }

    /** With extra days of a region, or corrections, over the country's. */
    public ProductionCalendar with(String region, Map<LocalDate, CalendarDay> days) {
        return new ProductionCalendar(id + "+" + region, years, knownOn, days);
    }

    public CalendarDay day(LocalDate date) {
        CalendarDay listed = special.get(date);
        if (listed != null) {
            return listed;
        }
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> CalendarDay.WEEKEND;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> CalendarDay.ORDINARY;
        };
    }

    /** First known date, inclusive. */
    public LocalDate first() {
        return LocalDate.of(years.getFirst().year(), 1, 1);
    }

    /** Last known date, inclusive. */
    public LocalDate last() {
        return LocalDate.of(years.getLast().year(), 12, 31);
    }

    /** Whether the year of the date is a forecast rather than decreed. */
    public boolean isProvisional(LocalDate date) {
        return years.stream().anyMatch(year -> year.year() == date.getYear() && year.provisional());
    }

    /** Names the state of knowledge: calendar and the day of its last change. */
    public String revision() {
        LocalDate last = years.stream()
                .flatMap(CalendarYear::changes)
                .filter(change -> !change.isAfter(knownOn))
                .max(LocalDate::compareTo)
                .orElse(first());
        return id + "-" + last;
    }

    private static final class Russia {
        static final ProductionCalendar CALENDAR = read();

        private static ProductionCalendar read() {
            String file = "/calendars/ru.txt";
            try (InputStream stream = ProductionCalendar.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IllegalStateException("The class path has no " + file);
                }
                return parse("ru", file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
