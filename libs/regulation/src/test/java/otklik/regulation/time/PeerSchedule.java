package otklik.regulation.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A schedule of the peers' cases: week, dates that replace the weekday, pauses. */
final class PeerSchedule {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);

    private final JsonNode schedule;
    private final ZoneId zone;

    PeerSchedule(JsonNode schedule) {
        this.schedule = schedule;
        this.zone = ZoneId.of(schedule.get("zone").asString());
    }

    ZoneId zone() {
        return zone;
    }

    WorkingTime time() {
        return WorkingTime.of(zone, FIRST, LAST, this::on);
    }

    /** The same hours with the pauses cut out. */
    TimeIndex index() {
        OpenIntervals whole = time().working().intervals();
        List<long[]> open = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            open.add(new long[] {whole.open(i), whole.close(i)});
        }
        for (JsonNode pause : schedule.path("pauses")) {
            open = cut(open, second(pause.get(0)), second(pause.get(1)));
        }
        return new TimeIndex(
                CalendarRange.of(FIRST, LAST, zone),
                new OpenIntervals(
                        open.stream().mapToLong(edge -> edge[0]).toArray(),
                        open.stream().mapToLong(edge -> edge[1]).toArray()));
    }

    private static List<long[]> cut(List<long[]> open, long from, long to) {
        List<long[]> left = new ArrayList<>();
        for (long[] stretch : open) {
            add(left, stretch[0], Math.min(stretch[1], from));
            add(left, Math.max(stretch[0], to), stretch[1]);
        }
        return left;
    }

    private static void add(List<long[]> stretches, long from, long to) {
        if (from < to) {
            stretches.add(new long[] {from, to});
        }
    }

    private static long second(JsonNode instant) {
        return Instant.parse(instant.asString()).getEpochSecond();
    }

    private List<Hours> on(LocalDate date) {
        JsonNode own = schedule.path("dates").path(date.toString());
        return own.isArray()
                ? hours(own)
                : Optional.of(schedule.get("week").path(day(date.getDayOfWeek())))
                        .filter(JsonNode::isArray)
                        .map(PeerSchedule::hours)
                        .orElse(List.of());
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toUpperCase(Locale.ROOT);
    }

    private static List<Hours> hours(JsonNode stretches) {
        List<Hours> hours = new ArrayList<>();
        stretches.forEach(stretch -> hours.add(new Hours(minute(stretch.get(0)), minute(stretch.get(1)))));
        return hours;
    }

    private static int minute(JsonNode time) {
        String[] parts = time.asString().split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
