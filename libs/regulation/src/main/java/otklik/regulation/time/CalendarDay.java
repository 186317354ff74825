package otklik.regulation.time;

/** One date's place in the production calendar; {@code name} is Russian and empty where there is nothing to name. */
public record CalendarDay(DayKind kind, String name) {

    static final CalendarDay ORDINARY = new CalendarDay(DayKind.WORKING, "");
    static final CalendarDay WEEKEND = new CalendarDay(DayKind.WEEKEND, "");

    public boolean isWorking() {
        return kind.isWorking();
    }
}
