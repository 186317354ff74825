package otklik.bench.casework;

import java.util.Locale;

/** A goal in words, with whether it was met. */
final class Goals {

    private Goals() {}

    static String atMost(double goal, double value) {
        return String.format(Locale.ROOT, "≤ %,.0f: %s", goal, word(value <= goal));
    }

    static String atLeast(double goal, double value) {
        return String.format(Locale.ROOT, "≥ %,.0f: %s", goal, word(value >= goal));
    }

    private static String word(boolean met) {
        return met ? "выдержано" : "НЕ выдержано";
    }
}
