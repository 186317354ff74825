package otklik.reporting.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whole local days of a jurisdiction, both ends included. */
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /** The current month in the jurisdiction's zone, as far as the caller does not say otherwise. */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone, Instant now) {
        YearMonth month = YearMonth.from(from != null ? from : to != null ? to : now.atZone(zone));
        return new Period(from == null ? month.atDay(1) : from, to == null ? month.atEndOfMonth() : to, zone);
    }

    boolean isBackwards() {
        return to.isBefore(from);
    }

    /** Inclusive. */
    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Exclusive. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
