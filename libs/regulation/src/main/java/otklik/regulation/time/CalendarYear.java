package otklik.regulation.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One year of a calendar: listed days in file order, each with the date since which it is known. */
record CalendarYear(int year, LocalDate revisedOn, boolean provisional, List<Entry> entries) {

    /** {@code knownOn} is {@link LocalDate#MIN} for what was known before the year began. */
    record Entry(LocalDate date, CalendarDay day, LocalDate knownOn) {}

    Map<LocalDate, CalendarDay> daysKnownOn(LocalDate date) {
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.knownOn().isAfter(date)) {
                days.put(entry.date(), entry.day());
            }
        }
        return days;
    }

    /** The days on which this year's calendar was issued or changed. */
    Stream<LocalDate> changes() {
        Stream<LocalDate> decrees = entries.stream().map(Entry::knownOn).filter(on -> !on.equals(LocalDate.MIN));
        return Stream.concat(Stream.of(revisedOn), decrees);
    }
}
