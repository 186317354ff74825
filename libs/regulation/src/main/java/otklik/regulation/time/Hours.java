package otklik.regulation.time;

import java.util.Locale;

/**
 * One open stretch of a local day, in minutes after midnight: {@code from} inclusive, {@code to}
 * exclusive; {@code to} may be 1440 (24:00), never past it.
 */
public record Hours(int from, int to) {

    public static final int DAY = 24 * 60;

    public Hours {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException(
                    "hours " + from + ".." + to + " are not a stretch of one day in minutes after midnight");
        }
    }

    public int minutes() {
        return to - from;
    }

    @Override
    public String toString() {
        return clock(from) + "–" + clock(to);
    }

    static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
