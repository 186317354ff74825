package otklik.regulation.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days a calendar knows: first and last date, both inclusive, in the zone of the jurisdiction. */
record CalendarRange(LocalDate first, LocalDate last, long from, long to) {

    static CalendarRange of(LocalDate first, LocalDate last, ZoneId zone) {
        return new CalendarRange(
                first,
                last,
                first.atStartOfDay(zone).toEpochSecond(),
                last.plusDays(1).atStartOfDay(zone).toEpochSecond());
    }

    void check(long second) {
        if (second < from || second >= to) {
            throw leftBy(second);
        }
    }

    OutsideCalendarException leftBy(long start) {
        return new OutsideCalendarException(Instant.ofEpochSecond(start), first, last);
    }
}
