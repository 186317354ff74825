package otklik.bench.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import otklik.regulation.time.Hours;
import otklik.regulation.time.OfficeHours;
import otklik.regulation.time.ProductionCalendar;

/** Working time day by day with nothing but java.time: what one would write first, and a second opinion on what the index says. */
record DayWalk(ZoneId zone, OfficeHours hours, ProductionCalendar calendar) {

    Instant plus(Instant start, Duration amount) {
        LocalDate date = start.atZone(zone).toLocalDate();
        Duration left = amount;
        while (true) {
            for (Hours stretch : hours.on(date, calendar.day(date))) {
                Instant open = at(date, stretch.from());
                Instant close = at(date, stretch.to());
                Instant from = open.isBefore(start) ? start : open;
                if (from.isBefore(close)) {
                    Duration length = Duration.between(from, close);
                    if (length.compareTo(left) >= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(length);
                }
            }
            date = date.plusDays(1);
        }
    }

    Instant plusDays(Instant start, int days) {
        LocalDate date = start.atZone(zone).toLocalDate();
        int left = days;
        while (left > 0) {
            date = date.plusDays(1);
            left -= calendar.day(date).isWorking() ? 1 : 0;
        }
        return at(date, hours.on(date, calendar.day(date)).getLast().to());
    }

    private Instant at(LocalDate date, int minute) {
        return date.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
    }
}
