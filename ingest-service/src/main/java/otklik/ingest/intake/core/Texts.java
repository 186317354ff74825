package otklik.ingest.intake.core;

import org.jspecify.annotations.Nullable;

/** Makes foreign text harmless: what neither PostgreSQL nor UTF-8 can hold is taken out, the rest stays as it was written. */
final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Without NUL, with lone surrogates replaced, trimmed; null if nothing is left. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (c != 0) {
                clean.append(Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        String stripped = clean.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    static boolean isLonger(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }
}
