package otklik.testkit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds English where people read Russian: two Latin words in a row, or a heading of one. Names (JSON, Kafka), examples of calls, what is
 * quoted and lists with commas are no sentences.
 */
public final class LatinSentences {

    private static final Pattern CALL = Pattern.compile("(\\./)?otklik( [a-z]+)*|`[^`]*`|«[^»]*»|\\S*[./=_\\\\-]\\S*");
    private static final Pattern SENTENCE =
            Pattern.compile("[A-Za-z]+'?[a-z]* [a-z]+|^\\s*[A-Z][a-z]+:", Pattern.MULTILINE);

    private LatinSentences() {}

    public static List<String> in(String text) {
        String prose = CALL.matcher(text).replaceAll("·");
        return SENTENCE.matcher(prose).results().map(MatchResult::group).toList();
    }
}
