package otklik.routing.replycheck.core;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phrases to look for, each with what to write instead. A line of the file is {@code phrase | instead}; in the phrase an asterisk stands for
 * any ending of the word and a space for any white space.
 */
public final class Phrases {

    private final List<Phrase> phrases;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** @param lines of the file; empty ones and those that begin with {@code #} are skipped */
    public static Phrases of(List<String> lines) {
        return new Phrases(lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Phrase::of)
                .toList());
    }

    List<Finding> in(String text, Topic topic, String message) {
        return phrases.stream()
                .flatMap(phrase -> phrase.in(text, topic, message).stream())
                .toList();
    }

    private record Phrase(Pattern pattern, String instead) {

        static Phrase of(String line) {
            String[] parts = line.split("\\|", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a phrase without what to write instead: " + line);
            }
            String words = Pattern.quote(parts[0].strip())
                    .replace("*", "\\E\\p{L}*\\Q")
                    .replace(" ", "\\E\\s+\\Q");
            return new Phrase(
                    Pattern.compile(
                            "(?<!\\p{L})" + words + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    parts[1].strip());
        }

        List<Finding> in(String text, Topic topic, String message) {
            Matcher found = pattern.matcher(text);
            return found.results()
                    .map(match -> new Finding(
                            topic, message.formatted(match.group()), new Place(match.start(), match.end()), instead))
                    .toList();
        }
    }
}
