package otklik.regulation;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import otklik.regulation.time.Hours;
import otklik.regulation.time.OfficeHours;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads office hours: {@code mon-thu: ["08:00-12:00", …]}, a break cut out of them, hours of shortened days. */
final class HoursReader {

    private static final Pattern STRETCH = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String EXAMPLE = "[\"08:00-17:00\"]";

    private HoursReader() {}

    static OfficeHours read(YamlMap hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        hours.entries().forEach((key, value) -> {
            if (!key.equals("break") && !key.equals("shortened")) {
                days(key, value).forEach(day -> week.put(day, stretches(value)));
            }
        });
        if (week.isEmpty()) {
            throw hours.bad("no weekday has hours", "write mon-fri: " + EXAMPLE);
        }
        hours.optional("break").ifPresent(pause -> cutOut(week, pause));
        YamlValue shortened = hours.required("shortened", "PT1H, or own hours like [\"09:00-15:45\"]");
        return shortened.isList()
                ? new OfficeHours(week, stretches(shortened), 0)
                : new OfficeHours(
                        week, null, Math.toIntExact(shortened.duration().toMinutes()));
    }

    private static List<DayOfWeek> days(String key, YamlValue value) {
        String[] ends = key.split("-");
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < first || ends.length > 2) {
            throw value.bad("«" + key + "» is no weekday", "write mon, fri or mon-thu, with hours " + EXAMPLE);
        }
        return List.of(DayOfWeek.values()).subList(first, last + 1);
    }

    private static List<Hours> stretches(YamlValue value) {
        List<Hours> hours = new ArrayList<>();
        value.items().forEach(item -> hours.add(stretch(item)));
        hours.sort(Comparator.comparingInt(Hours::from));
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from() < hours.get(i - 1).to()) {
                throw value.bad(
                        "hours " + hours.get(i - 1) + " and " + hours.get(i) + " overlap",
                        "write "
                                + new Hours(
                                        hours.get(i - 1).from(),
                                        Math.max(
                                                hours.get(i - 1).to(),
                                                hours.get(i).to())));
            }
        }
        return hours;
    }

    private static Hours stretch(YamlValue item) {
        return item.converted(HoursReader::hours, "hours like \"08:00-12:00\", the later time second");
    }

    private static Hours hours(String text) {
        Matcher matcher = STRETCH.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Hours(minute(matcher, 1), minute(matcher, 3));
    }

    private static int minute(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group)) * 60 + Integer.parseInt(matcher.group(group + 1));
    }

    private static void cutOut(Map<DayOfWeek, List<Hours>> week, YamlValue pause) {
        Hours stretch = stretch(pause);
        week.replaceAll((day, hours) -> split(hours, stretch, pause));
    }

    private static List<Hours> split(List<Hours> hours, Hours pause, YamlValue where) {
        List<Hours> parts = new ArrayList<>();
        boolean found = false;
        for (Hours open : hours) {
            if (open.from() < pause.from() && pause.to() < open.to()) {
                parts.add(new Hours(open.from(), pause.from()));
                parts.add(new Hours(pause.to(), open.to()));
                found = true;
            } else {
                parts.add(open);
            }
        }
        if (!found) {
            throw where.bad(
                    "the break " + pause + " lies outside the hours " + hours,
                    "write a break inside them, or no break");
        }
        return parts;
    }
}
