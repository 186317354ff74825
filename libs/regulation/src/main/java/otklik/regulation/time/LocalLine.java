package otklik.regulation.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Places minutes of local days on the time line. */
record LocalLine(ZoneId zone) {

    /** Where clocks are put back the first occurrence counts; where they skip ahead, the skip itself. */
    Instant at(LocalDate date, int minute) {
        if (minute == 0 || minute == Hours.DAY) {
            return date.plusDays(minute / Hours.DAY).atStartOfDay(zone).toInstant();
        }
        LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }
}
