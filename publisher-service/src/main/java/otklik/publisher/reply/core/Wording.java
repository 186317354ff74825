package otklik.publisher.reply.core;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Readies a text for VK and knows it again on the page. */
public final class Wording {

    private static final String JOINER = "\u2060";
    private static final Pattern BRACKETS = Pattern.compile("\\[(?=[^\\[\\]|]*\\|[^\\]]*\\])");
    private static final Pattern SIGNS = Pattern.compile("(?<![\\p{L}\\p{N}_.])([@*])(?=[A-Za-z0-9_]{2})");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0]+");

    private Wording() {}

    /** The text with what VK would turn into mentions made harmless by an invisible joiner; reads the same. */
    public static String outgoing(String text) {
        String brackets = BRACKETS.matcher(text).replaceAll("[" + JOINER);
        return SIGNS.matcher(brackets).replaceAll("$1" + JOINER);
    }

    /** Whether the page shows our text, whatever VK did to blanks, invisible characters and entities. */
    public static boolean isSame(String ours, String shown) {
        return plain(ours).equals(plain(shown));
    }

    private static String plain(String text) {
        String unescaped = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(unescaped, Normalizer.Form.NFC))
                .replaceAll("");
        return BLANK.matcher(visible).replaceAll(" ").strip();
    }
}
