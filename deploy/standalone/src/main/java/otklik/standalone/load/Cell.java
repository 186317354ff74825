package otklik.standalone.load;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Takes out of a cell what spreadsheets and web pages left in it. */
final class Cell {

    private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s*+/?>|</p>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}+>");

    private Cell() {}

    /** Without the apostrophe that marks text for a spreadsheet, without markup; null if nothing is left. */
    static @Nullable String clean(String cell) {
        String text = cell.strip();
        text = text.startsWith("'") ? text.substring(1) : text;
        text = LINE_BREAK.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        text = HtmlUtils.htmlUnescape(text).replace('\u00a0', ' ').strip();
        return text.isEmpty() ? null : text;
    }
}
