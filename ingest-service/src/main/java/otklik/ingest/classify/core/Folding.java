package otklik.ingest.classify.core;

import java.util.Locale;
import java.util.Map;

/** Brings a word into the form in which words are compared. */
final class Folding {

    private static final Map<Character, Character> LOOK_ALIKES = Map.ofEntries(
            Map.entry('a', 'а'),
            Map.entry('b', 'в'),
            Map.entry('c', 'с'),
            Map.entry('e', 'е'),
            Map.entry('h', 'н'),
            Map.entry('i', 'и'),
            Map.entry('k', 'к'),
            Map.entry('m', 'м'),
            Map.entry('n', 'п'),
            Map.entry('o', 'о'),
            Map.entry('p', 'р'),
            Map.entry('r', 'г'),
            Map.entry('t', 'т'),
            Map.entry('u', 'и'),
            Map.entry('x', 'х'),
            Map.entry('y', 'у'),
            Map.entry('0', 'о'),
            Map.entry('3', 'з'),
            Map.entry('4', 'ч'),
            Map.entry('6', 'б'),
            Map.entry('@', 'а'));

    private Folding() {}

    static String fold(String shown) {
        String lower = shown.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return lower.chars().anyMatch(Folding::isCyrillic) && !lower.chars().allMatch(Folding::isCyrillic)
                ? likeCyrillic(lower)
                : lower;
    }

    /** {@code п0мойка → помойка, xуй → хуй}; only in words of mixed script, so that {@code wi-fi} and {@code 3 дома} stay. */
    private static String likeCyrillic(String mixed) {
        StringBuilder folded = new StringBuilder(mixed.length());
        for (int i = 0; i < mixed.length(); i++) {
            folded.append(LOOK_ALIKES.getOrDefault(mixed.charAt(i), mixed.charAt(i)));
        }
        return folded.toString();
    }

    private static boolean isCyrillic(int c) {
        return c >= 'а' && c <= 'я';
    }
}
