package otklik.routing.incident.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a text dangerous whoever reads it: markup and scripts, characters that nobody sees, and those that turn the direction of
 * writing around. One rule for drafts, templates and what comes in from files.
 */
public final class TextSafety {

    /** With these names even what is never closed is a tag; any other word only between its brackets, or with a handler of events. */
    private static final String TAGS =
            "script|style|iframe|frame|object|embed|svg|math|img|image|video|audio|source|link|meta|base|form|input|button"
                    + "|select|textarea|details|marquee|template|a|b|i|u|s|p|br|div|span|font|table|html|body|head|h[1-6]|ul|ol|li";

    private static final Pattern MARKUP = Pattern.compile(
            String.join(
                    "|",
                    "<!--",
                    "</?(" + TAGS + ")(?![\\p{L}\\d@.:-])[^<>]*>?",
                    "</?[a-z][\\w-]*(:[a-z][\\w-]*)?([\\s/][^<>]*)?>",
                    "<[a-z][^<>]*[\\s/\"']on[a-z]+\\s*=",
                    "&(#0*60|#x0*3c)(?![\\da-f])|&lt;",
                    "(?<!\\p{L})(" + spaced("javascript") + "|" + spaced("vbscript") + ")\\s*:\\s*\\S",
                    "(?<!\\p{L})data:(text/html|image/svg|application/xhtml)"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int JOINER = 0x200D;

    private TextSafety() {}

    /** Programs that follow links leave out the spaces and line breaks in such a word. */
    private static String spaced(String word) {
        return String.join("\\s*", word.split(""));
    }

    /**
     * Something that a text must not have.
     *
     * @param objection what is wrong and what to do, in Russian
     * @param from UTF-16 units from 0, inclusive
     * @param to exclusive
     */
    public record Found(String objection, int from, int to) {}

    /** What is wrong with the text and what to do, in Russian; empty if nothing is. */
    public static Optional<String> objection(String text) {
        return find(text).map(Found::objection);
    }

    /** The first markup, or else the first character that nobody sees. */
    public static Optional<Found> find(String text) {
        Matcher markup = MARKUP.matcher(text);
        if (markup.find()) {
            return Optional.of(new Found(
                    "В тексте разметка или скрипт: «%s». Нужен простой текст, уберите это."
                            .formatted(shortened(markup.group())),
                    markup.start(),
                    markup.end()));
        }
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (isHidden(text, at)) {
                return Optional.of(hidden(text.codePointAt(at), at));
            }
        }
        return Optional.empty();
    }

    private static Found hidden(int character, int at) {
        return new Found(
                "В тексте есть невидимый управляющий символ U+%04X: он может исказить ответ. Удалите его."
                        .formatted(character),
                at,
                at + Character.charCount(character));
    }

    /** The text without the characters that nobody sees; markup stays, a person has to look at it. */
    public static String withoutHidden(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!isHidden(text, at)) {
                clean.appendCodePoint(text.codePointAt(at));
            }
        }
        return clean.toString();
    }

    private static boolean isHidden(String text, int at) {
        int character = text.codePointAt(at);
        if (Character.isISOControl(character)) {
            return character != '\n' && character != '\r' && character != '\t';
        }
        return character == JOINER ? !joinsPictures(text, at) : isInvisible(character);
    }

    /** Marks and overrides of direction, spaces of no width, soft hyphens, tags and halves of characters. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800;
    }

    /** Families and professions among the pictures are several of them joined; between letters a joiner only hides. */
    private static boolean joinsPictures(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && isPicture(text.codePointBefore(at))
                && isPicture(text.codePointAt(at + 1));
    }

    private static boolean isPicture(int character) {
        return Character.isExtendedPictographic(character)
                || Character.isEmojiModifier(character)
                || character == 0xFE0F;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
