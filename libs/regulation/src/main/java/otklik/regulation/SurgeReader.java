package otklik.regulation;

import java.time.Duration;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads what a surge is. */
final class SurgeReader {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_DAYS = 366;

    private SurgeReader() {}

    static SurgeRule surges(YamlMap map) {
        map.only("within", "at-least", "times-usual", "usual-over-days", "clause");
        Duration within = within(map.required("within", "PT6H"));
        return new SurgeRule(
                within,
                atLeast(map.required("at-least", "5"), 2, Integer.MAX_VALUE, "one person is no surge"),
                atLeast(map.required("times-usual", "3"), 1, Integer.MAX_VALUE, "less than usual is no surge"),
                atLeast(
                        map.required("usual-over-days", "28"),
                        (int) within.plusDays(1).minusNanos(1).toDays(),
                        MOST_DAYS,
                        "what is usual cannot be told from so many days"),
                map.required("clause", "the clause that says so").text());
    }

    private static Duration within(YamlValue value) {
        Duration within = value.duration();
        if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
            throw value.bad("nothing can be counted within " + within, "write a time of up to a week, like PT6H");
        }
        return within;
    }

    private static int atLeast(YamlValue value, int least, int most, String wrong) {
        int number = value.number();
        if (number < least || number > most) {
            throw value.bad(
                    wrong, "write " + least + " or more" + (most == Integer.MAX_VALUE ? "" : ", up to " + most));
        }
        return number;
    }
}
