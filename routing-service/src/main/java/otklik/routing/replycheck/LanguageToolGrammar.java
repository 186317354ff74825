package otklik.routing.replycheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;
import otklik.routing.replycheck.core.Finding;
import otklik.routing.replycheck.core.Grammar;
import otklik.routing.replycheck.core.Place;
import otklik.routing.replycheck.core.Topic;

/**
 * LanguageTool for Russian. It is not thread-safe and takes some 80 MB, so there is one, made when it is first asked for (a few seconds) and
 * used by one thread at a time (some 50–200 ms a reply).
 */
final class LanguageToolGrammar implements Grammar {

    private static final int SUGGESTIONS = 3;
    private static final String SPELLING = "MORFOLOGIK_RULE_RU_RU";

    /** Where it has nothing to put in place of what it found. */
    private static final String UNKNOWN = "Перечитайте это место: поправьте его или оставьте, если всё верно.";

    /** Matters of taste in a social network. */
    private static final Set<String> LEFT_ALONE = Set.of("UPPERCASE_SENTENCE_START", "WHITESPACE_RULE", "DASH_RULE");

    private @Nullable JLanguageTool tool;

    @Override
    public synchronized List<Finding> findings(String text) {
        if (tool == null) {
            tool = new JLanguageTool(Languages.getLanguageForShortCode("ru"));
            LEFT_ALONE.forEach(tool::disableRule);
        }
        try {
            return tool.check(text).stream()
                    .filter(match -> !isName(match, text))
                    .map(LanguageToolGrammar::finding)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("LanguageTool could not read its own rules", e);
        }
    }

    /** A word with a capital letter that no dictionary knows is a name: of a street, a firm, a person. */
    private static boolean isName(RuleMatch match, String text) {
        return SPELLING.equals(match.getRule().getId())
                && Character.isUpperCase(text.charAt(match.getFromPos()))
                && !startsSentence(match.getFromPos(), text);
    }

    private static boolean startsSentence(int position, String text) {
        String before = text.substring(0, position).stripTrailing();
        return before.isEmpty()
                || ".!?…".indexOf(before.charAt(before.length() - 1)) >= 0
                || text.charAt(position - 1) == '\n';
    }

    private static Finding finding(RuleMatch match) {
        List<String> instead =
                match.getSuggestedReplacements().stream().limit(SUGGESTIONS).toList();
        return new Finding(
                Topic.GRAMMAR,
                match.getMessage().replaceAll("</?suggestion>", "«").replace("««", "«"),
                new Place(match.getFromPos(), match.getToPos()),
                instead.isEmpty() ? UNKNOWN : String.join(", ", instead));
    }
}
