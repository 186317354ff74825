package otklik.regulation.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One local day, midnight to midnight, as a clock sees it. */
record DayPlan(LocalLine line, LocalDate date, OfficeHours hours, CalendarDay day) {

    List<Stretch> on(Clock clock, LocalDate startDate) {
        return switch (clock) {
            case CALENDAR -> whole(Reason.COUNTED, "");
            case DAY_SUSPENDED -> whole(Reason.of(day.kind()), day.name());
            case WORKING_DAYS ->
                date.equals(startDate) && day.isWorking()
                        ? whole(Reason.START_DAY, "")
                        : whole(Reason.of(day.kind()), day.name());
            case WORKING -> day.isWorking() ? opened() : whole(Reason.of(day.kind()), day.name());
        };
    }

    private List<Stretch> opened() {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (Hours open : hours.on(date, day)) {
            if (open.from() > at) {
                stretches.add(at == 0 ? stretch(0, open.from(), Reason.NIGHT, "") : pause(at, open.from()));
            }
            stretches.add(stretch(open.from(), open.to(), Reason.COUNTED, ""));
            at = open.to();
        }
        int usual = Math.max(at, usualClosing());
        if (usual > at) {
            stretches.add(stretch(at, usual, Reason.SHORTENED, ""));
        }
        if (usual < Hours.DAY) {
            stretches.add(stretch(usual, Hours.DAY, Reason.NIGHT, ""));
        }
        return stretches;
    }

    private int usualClosing() {
        List<Hours> usual = hours.ordinary(date.getDayOfWeek());
        return usual.isEmpty() ? 0 : usual.getLast().to();
    }

    private Stretch pause(int from, int to) {
        return stretch(from, to, Reason.BREAK, new Hours(from, to).toString());
    }

    private List<Stretch> whole(Reason reason, String name) {
        return List.of(stretch(0, Hours.DAY, reason, name));
    }

    private Stretch stretch(int from, int to, Reason reason, String name) {
        return new Stretch(line.at(date, from), line.at(date, to), reason, name);
    }
}
