package otklik.regulation.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** An office's zone, hours and calendar: the quick arithmetic, and the slow story of what it counted. */
public final class Office {

    private final OfficeHours hours;
    private final ProductionCalendar calendar;
    private final WorkingTime time;

    public Office(ZoneId zone, OfficeHours hours, ProductionCalendar calendar) {
        this.hours = hours;
        this.calendar = calendar;
        this.time = WorkingTime.of(zone, hours, calendar);
    }

    public WorkingTime time() {
        return time;
    }

    public OfficeHours hours() {
        return hours;
    }

    public ProductionCalendar calendar() {
        return calendar;
    }

    public boolean isWorkingDay(LocalDate date) {
        return calendar.day(date).isWorking();
    }

    /** Whether the year of the instant's local date is a forecast rather than decreed. */
    public boolean isProvisional(Instant at) {
        return calendar.isProvisional(at.atZone(zone()).toLocalDate());
    }

    /** Closing time of a working day; its last midnight on a day off. */
    public Instant closing(LocalDate date) {
        List<Hours> open = hours.on(date, calendar.day(date));
        return new LocalLine(zone())
                .at(date, open.isEmpty() ? Hours.DAY : open.getLast().to());
    }

    /** Whether it is between the first opening and the last closing of that day; the closing instant is. */
    public boolean isDaytime(Instant at) {
        LocalDate date = at.atZone(zone()).toLocalDate();
        List<Hours> open = hours.on(date, calendar.day(date));
        return !open.isEmpty()
                && !at.isBefore(new LocalLine(zone()).at(date, open.getFirst().from()))
                && !at.isAfter(closing(date));
    }

    public ZoneId zone() {
        return time.zone();
    }

    /**
     * The whole of {@code [from, to)} cut into counted and skipped stretches, in order, without gaps.
     * Whole working days stay apart, one stretch each; everything else is joined where it can be.
     */
    public List<Stretch> stretches(Clock clock, Instant from, Instant to) {
        List<Stretch> joined = new ArrayList<>();
        LocalDate last = to.atZone(zone()).toLocalDate();
        LocalDate first = from.atZone(zone()).toLocalDate();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (Stretch stretch :
                    new DayPlan(new LocalLine(zone()), date, hours, calendar.day(date)).on(clock, first)) {
                add(joined, clip(stretch, from, to), clock);
            }
        }
        return joined;
    }

    private static Stretch clip(Stretch stretch, Instant from, Instant to) {
        Instant start = stretch.from().isBefore(from) ? from : stretch.from();
        Instant end = stretch.to().isAfter(to) ? to : stretch.to();
        return new Stretch(start, end, stretch.reason(), stretch.name());
    }

    private static void add(List<Stretch> joined, Stretch next, Clock clock) {
        if (!next.from().isBefore(next.to())) {
            return;
        }
        boolean apart = clock == Clock.WORKING_DAYS && next.isCounted();
        if (!apart && !joined.isEmpty() && next.continues(joined.getLast())) {
            joined.add(next.joinedTo(joined.removeLast()));
        } else {
            joined.add(next);
        }
    }
}
