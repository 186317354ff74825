package otklik.regulation.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Working time by walking the clock face minute by minute and asking of each minute whether the
 * office is open. Slow, obvious, and sharing nothing with the index but the hours of a date.
 */
final class NaiveTime {

    private static final long MINUTE = 60;

    private final ZoneId zone;
    private final OfficeHours hours;
    private final ProductionCalendar calendar;
    private final Map<LocalDate, BitSet> openMinutes = new HashMap<>();

    NaiveTime(ZoneId zone, OfficeHours hours, ProductionCalendar calendar) {
        this.zone = zone;
        this.hours = hours;
        this.calendar = calendar;
    }

    Instant plus(Instant start, Duration amount) {
        long left = amount.toSeconds();
        Instant at = start;
        while (left > 0) {
            ZonedDateTime local = at.atZone(zone);
            long step = MINUTE - local.getSecond();
            if (isOpen(local)) {
                long used = Math.min(step, left);
                left -= used;
                at = at.plusSeconds(used);
            } else {
                at = isOff(local.toLocalDate()) ? midnightAfter(local) : at.plusSeconds(step);
            }
        }
        return at;
    }

    /** The earliest instant from which this much open time leads to {@code end}. */
    Instant minus(Instant end, Duration amount) {
        long left = amount.toSeconds();
        Instant at = end;
        while (true) {
            ZonedDateTime before = at.minusSeconds(1).atZone(zone);
            long step = before.getSecond() + 1L;
            if (isOpen(before)) {
                if (left == 0) {
                    return at;
                }
                long used = Math.min(step, left);
                left -= used;
                at = at.minusSeconds(used);
            } else {
                at = isOff(before.toLocalDate()) ? midnightOf(before) : at.minusSeconds(step);
            }
        }
    }

    Instant plusDays(Instant start, int days) {
        LocalDate date = start.atZone(zone).toLocalDate();
        int left = days;
        while (left > 0) {
            date = date.plusDays(1);
            if (calendar.day(date).isWorking()) {
                left--;
            }
        }
        int closing = hours.on(date, calendar.day(date)).getLast().to();
        return date.atStartOfDay().plusMinutes(closing).atZone(zone).toInstant();
    }

    private boolean isOpen(ZonedDateTime local) {
        return openMinutes(local.toLocalDate()).get(local.getHour() * 60 + local.getMinute());
    }

    private boolean isOff(LocalDate date) {
        return openMinutes(date).isEmpty();
    }

    private BitSet openMinutes(LocalDate date) {
        return openMinutes.computeIfAbsent(date, on -> {
            BitSet minutes = new BitSet();
            hours.on(on, calendar.day(on)).forEach(open -> minutes.set(open.from(), open.to()));
            return minutes;
        });
    }

    private Instant midnightOf(ZonedDateTime local) {
        return local.toLocalDate().atStartOfDay(zone).toInstant();
    }

    private Instant midnightAfter(ZonedDateTime local) {
        return local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
