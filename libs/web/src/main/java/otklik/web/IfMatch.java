package otklik.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a caller has seen, from the header {@code If-Match}. */
public final class IfMatch {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * The version, null if the caller names none.
     *
     * @throws Problem 400 if it is not one of ours
     */
    public static @Nullable Long version(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw Problem.badRequest(
                    "bad-if-match", "Негодный If-Match", "Ожидается версия в кавычках, например \"7\".");
        }
        return Long.valueOf(etag.group(1));
    }
}
