package otklik.regulation.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a term counts. The code is the word used in profiles, events and answers. */
public enum Clock {
    /** Time inside office hours only: breaks, nights, days off and cut-off hours of shortened days do not count. */
    WORKING,
    /** Wall-clock time. */
    CALENDAR,
    /** All 24 hours of a working day count; days off and public holidays do not count at all. */
    DAY_SUSPENDED,
    /** Whole working days after the local date of the start; due at the closing time of the last one. */
    WORKING_DAYS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Clock> of(String code) {
        return Arrays.stream(values())
                .filter(clock -> clock.code().equals(code))
                .findFirst();
    }
}
