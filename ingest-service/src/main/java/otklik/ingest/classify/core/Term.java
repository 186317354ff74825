package otklik.ingest.classify.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something to look for in a text, as rules are written: a word in any form ({@code яма}), the beginning of a word ({@code мусор*}), a
 * word in exactly this form ({@code !бля}), or several of them in this order, near each other ({@code горячая вода}).
 */
final class Term {

    /** How many other words may stand between two words of a phrase. */
    private static final int GAP = 3;

    private final String written;
    private final List<Part> parts;

    private Term(String written, List<Part> parts) {
        this.written = written;
        this.parts = parts;
    }

    /** @throws IllegalArgumentException if nothing is written */
    static Term parse(String written, Stemmer stemmer) {
        String text = written.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a term without a word");
        }
        return new Term(
                text,
                Arrays.stream(text.split("[ -]+"))
                        .map(word -> Part.parse(word, stemmer))
                        .toList());
    }

    /** Where it first begins; empty if it is not there. */
    OptionalInt firstIn(Words words) {
        List<Integer> places = places(words, 1);
        return places.isEmpty() ? OptionalInt.empty() : OptionalInt.of(places.getFirst());
    }

    /** Indexes of the words at which it begins, at most {@code most}. */
    List<Integer> places(Words words, int most) {
        Part first = parts.getFirst();
        if (first.kind() == Kind.STEM && !words.hasStem(first.text())) {
            return List.of();
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.all().size() && places.size() < most; i++) {
            if (first.fits(words.all().get(i)) && restFollows(words.all(), i)) {
                places.add(i);
            }
        }
        return places;
    }

    private boolean restFollows(List<Word> words, int start) {
        int at = start;
        for (Part part : parts.subList(1, parts.size())) {
            at = next(words, at, part);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static int next(List<Word> words, int at, Part part) {
        int last = Math.min(words.size() - 1, at + GAP + 1);
        for (int i = at + 1;
                i <= last && words.get(i).sentence() == words.get(at).sentence();
                i++) {
            if (part.fits(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return written;
    }

    private enum Kind {
        STEM,
        PREFIX,
        EXACT
    }

    private record Part(Kind kind, String text) {

        static Part parse(String word, Stemmer stemmer) {
            if (word.endsWith("*")) {
                return new Part(Kind.PREFIX, Folding.fold(word.substring(0, word.length() - 1)));
            }
            return word.startsWith("!")
                    ? new Part(Kind.EXACT, Folding.fold(word.substring(1)))
                    : new Part(Kind.STEM, stemmer.stem(Folding.fold(word)));
        }

        boolean fits(Word word) {
            return switch (kind) {
                case STEM -> word.stem().equals(text);
                case PREFIX -> word.folded().startsWith(text);
                case EXACT -> word.folded().equals(text);
            };
        }
    }
}
