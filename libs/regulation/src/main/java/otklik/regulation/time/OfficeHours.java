package otklik.regulation.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When an office is open, by weekday. A working Saturday or Sunday keeps Monday's hours. A shortened
 * day has its own hours where the profile gives them, otherwise it closes {@code earlier} minutes earlier.
 */
public record OfficeHours(
        Map<DayOfWeek, List<Hours>> week, @Nullable List<Hours> shortened, int earlier) {

    public OfficeHours {
        week = Map.copyOf(week);
        shortened = shortened == null ? null : List.copyOf(shortened);
    }

    /** Open stretches of the date, earliest first; empty on a day off. */
    public List<Hours> on(LocalDate date, CalendarDay day) {
        return switch (day.kind()) {
            case WORKING -> ordinary(date.getDayOfWeek());
            case SHORTENED -> shortened(date.getDayOfWeek());
            case WEEKEND, HOLIDAY, TRANSFERRED, DECREED -> List.of();
        };
    }

    /** Hours of the weekday were it an ordinary working day. */
    public List<Hours> ordinary(DayOfWeek weekday) {
        List<Hours> own = week.getOrDefault(weekday, List.of());
        return own.isEmpty() ? week.getOrDefault(DayOfWeek.MONDAY, List.of()) : own;
    }

    private List<Hours> shortened(DayOfWeek weekday) {
        return shortened != null ? shortened : cut(ordinary(weekday), earlier);
    }

    private static List<Hours> cut(List<Hours> hours, int minutes) {
        List<Hours> kept = new ArrayList<>();
        int closing = hours.isEmpty() ? 0 : hours.getLast().to() - minutes;
        for (Hours stretch : hours) {
            if (stretch.from() < closing) {
                kept.add(new Hours(stretch.from(), Math.min(stretch.to(), closing)));
            }
        }
        return kept;
    }
}
