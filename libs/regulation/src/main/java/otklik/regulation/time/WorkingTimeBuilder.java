package otklik.regulation.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Lays out the days of a calendar on the time line, once, when a profile is loaded. */
final class WorkingTimeBuilder {

    private final ZoneId zone;
    private final LocalLine line;
    private final CalendarRange range;
    private final Function<LocalDate, List<Hours>> hoursOn;
    private final int count;
    private final Intervals working = new Intervals();
    private final Intervals dates = new Intervals();
    private final long[] midnight;
    private final int[] rank;
    private final int[] day;
    private final long[] closing;
    private int workingDays;

    WorkingTimeBuilder(ZoneId zone, LocalDate first, LocalDate last, Function<LocalDate, List<Hours>> hoursOn) {
        this.zone = zone;
        this.line = new LocalLine(zone);
        this.range = CalendarRange.of(first, last, zone);
        this.hoursOn = hoursOn;
        this.count = Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        this.midnight = new long[count + 1];
        this.rank = new int[count];
        this.day = new int[count + 1];
        this.closing = new long[count + 1];
    }

    WorkingTime build() {
        for (int number = 0; number < count; number++) {
            lay(number);
        }
        midnight[count] = range.to();
        DayIndex days = new DayIndex(range, midnight, rank, Arrays.copyOf(day, workingDays + 1), closing);
        return new WorkingTime(zone, working.index(range), dates.index(range), days);
    }

    private void lay(int number) {
        LocalDate date = range.first().plusDays(number);
        List<Hours> hours = hoursOn.apply(date);
        midnight[number] = second(date, 0);
        for (Hours stretch : hours) {
            working.add(second(date, stretch.from()), second(date, stretch.to()));
        }
        if (!hours.isEmpty()) {
            workingDays++;
            day[workingDays] = number;
            closing[workingDays] = second(date, hours.getLast().to());
            dates.add(midnight[number], second(date, Hours.DAY));
        }
        rank[number] = workingDays;
    }

    private long second(LocalDate date, int minute) {
        return line.at(date, minute).getEpochSecond();
    }

    /** Growing arrays of interval edges; adjacent intervals become one. */
    private static final class Intervals {
        private long[] opens = new long[64];
        private long[] closes = new long[64];
        private int size;

        void add(long open, long close) {
            if (open >= close) {
                return;
            }
            if (size > 0 && closes[size - 1] >= open) {
                closes[size - 1] = Math.max(closes[size - 1], close);
                return;
            }
            if (size == opens.length) {
                opens = Arrays.copyOf(opens, size * 2);
                closes = Arrays.copyOf(closes, size * 2);
            }
            opens[size] = open;
            closes[size++] = close;
        }

        TimeIndex index(CalendarRange range) {
            return new TimeIndex(range, new OpenIntervals(Arrays.copyOf(opens, size), Arrays.copyOf(closes, size)));
        }
    }
}
