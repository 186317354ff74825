package otklik.bench.timers;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import otklik.regulation.Regulations;
import otklik.regulation.time.CalendarDay;
import otklik.regulation.time.DayKind;
import otklik.regulation.time.ProductionCalendar;

/** A decree that arrives while clocks run, as that of 20 October 2021 did. */
final class Decree {

    private static final int DAYS = 21;

    private Decree() {}

    /** The shipped regulations with three weeks of days off from that day on. */
    static Regulations threeWeeksOff(LocalDate from) {
        Map<LocalDate, CalendarDay> off = IntStream.range(0, DAYS)
                .mapToObj(from::plusDays)
                .collect(Collectors.toMap(Function.identity(), day -> new CalendarDay(DayKind.WEEKEND, "указ")));
        ProductionCalendar calendar = ProductionCalendar.russia().with("decree", off);
        return new Regulations(Regulations.shipped().all().stream()
                .map(regulation -> regulation.on(calendar))
                .toList());
    }
}
