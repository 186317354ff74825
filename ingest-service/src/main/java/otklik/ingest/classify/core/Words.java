package otklik.ingest.classify.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as words in sentences. Markup, links and addresses of people are taken out first, and what lies beyond the first 10,000 characters
 * is not read: the text is a stranger's, and the patterns are bounded.
 */
final class Words {

    private static final int LONGEST = 10_000;
    private static final Pattern LINK = Pattern.compile("https?+://\\S++|www\\.\\S++|\\S{1,64}+@\\S{1,255}+\\.\\w++");
    private static final Pattern MENTION =
            Pattern.compile("\\[(?:id|club|public)\\d{1,19}+[^|\\]]{0,80}+\\|[^]]{0,200}+]");
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,100}+>|&[a-z]{2,8}+;|&#\\d{1,6}+;");

    private final List<Word> all;
    private final Set<String> stems = new HashSet<>();

    private Words(List<Word> all) {
        this.all = all;
        all.forEach(word -> stems.add(word.stem()));
    }

    static Words of(String text, Stemmer stemmer) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        read = TAG.matcher(read).replaceAll(" ");
        read = MENTION.matcher(read).replaceAll(" ");
        read = LINK.matcher(read).replaceAll(" ");
        return new Words(split(read, stemmer));
    }

    List<Word> all() {
        return all;
    }

    boolean hasStem(String stem) {
        return stems.contains(stem);
    }

    /** Words of the same sentence before {@code index}, at most {@code most}, the farthest first. */
    List<Word> before(int index, int most) {
        int from = Math.max(0, index - most);
        int sentence = all.get(index).sentence();
        return all.subList(from, index).stream()
                .filter(word -> word.sentence() == sentence)
                .toList();
    }

    private static List<Word> split(String text, Stemmer stemmer) {
        List<Word> words = new ArrayList<>();
        int sentence = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (Character.isLetterOrDigit(c) || (c == '@' && start >= 0)) {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0) {
                words.add(word(text.substring(start, i), sentence, stemmer));
                start = -1;
            }
            if (endsSentence(text, i, c)) {
                sentence++;
            }
        }
        return words;
    }

    /** A full stop ends a sentence only after a word of more than three letters: «ул. Ленина», «с. Малахово» stay together. */
    private static boolean endsSentence(String text, int at, char c) {
        if (c == '.') {
            int from = at;
            while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
                from--;
            }
            return at - from > 3;
        }
        return c == '!' || c == '?' || c == '\n' || c == ';';
    }

    private static Word word(String shown, int sentence, Stemmer stemmer) {
        String folded = Folding.fold(shown);
        return new Word(shown, folded, stemmer.stem(folded), sentence);
    }
}
