package otklik.routing.promise.core;

import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which dates and terms of a reply are promises: those that lie ahead, in sentences that do not tell of what is done or ask of the reader. */
public final class PromiseWords {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern DONE = Pattern.compile(
            "(?<!\\p{L})(?!недел|модел|[\\p{L}]*тел(?:и|ей)(?!\\p{L}))\\p{L}{3,}(?:(?:а|и|е|я|у|ы)(?:л|ли|ло|ла)(?:с[ьяё])?|(?:ен|ан|ян)[аоы]|(?:чены|дены|шены))(?!\\p{L})",
            FLAGS);

    private static final Pattern TO_COME = Pattern.compile(
            "(?<!\\p{L})(?:буд(?:ет|ут|ем)|планиру\\p{L}+|намерен\\p{L}*|намечен\\p{L}*|запланирован\\p{L}*|\\p{L}{3,}(?:им|ем|ём|ут|ют|ат|ят|ит|ет)(?:ся)?)(?!\\p{L})",
            FLAGS);

    private static final Pattern ASKS = Pattern.compile("(?<!\\p{L})\\p{L}{3,}(?:йте|ите|ьте)(?:сь)?(?!\\p{L})", FLAGS);

    /** Words that end like a request and are none. */
    private static final Pattern GREETS =
            Pattern.compile("(?<!\\p{L})(?:здравствуйте|извините|простите)(?!\\p{L})", FLAGS);

    /** How long an appeal under 59-FZ takes is the law's word, not ours (VP-2, KH-2). */
    private static final Pattern OF_THE_LAW =
            Pattern.compile("(?<!\\p{L})обращени\\p{L}*(?!\\p{L}).*регистр", FLAGS | Pattern.DOTALL);

    private PromiseWords() {}

    /**
     * A promise in a reply.
     *
     * @param words as they stand there
     * @param sentence in which they stand
     */
    public record Found(String words, String sentence, LocalDate due) {}

    /**
     * One for each day that something is promised for, in the order of the text.
     *
     * @param said the day on which the reply went out, in the zone of the jurisdiction
     * @param working whether a date is a working day there
     */
    public static List<Found> in(String text, LocalDate said, Predicate<LocalDate> working) {
        Map<LocalDate, Found> found = new LinkedHashMap<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.of("ru", "RU"));
        sentences.setText(text);
        for (Mention mention : Mentions.in(text)) {
            String sentence = sentence(text, mention, sentences);
            if (isMeant(mention, sentence)) {
                mention.when()
                        .due(said, working)
                        .ifPresent(due -> found.putIfAbsent(
                                due,
                                new Found(
                                        text.substring(mention.from(), mention.to())
                                                .strip(),
                                        sentence,
                                        due)));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isMeant(Mention mention, String sentence) {
        boolean asks = ASKS.matcher(GREETS.matcher(sentence).replaceAll("")).find();
        boolean tellsOfThePast =
                DONE.matcher(sentence).find() && !TO_COME.matcher(sentence).find();
        return !asks && !OF_THE_LAW.matcher(sentence).find() && (mention.isFirm() || !tellsOfThePast);
    }

    /** A full stop of an abbreviation may break it early; the words of the mention are always in it. */
    private static String sentence(String text, Mention mention, BreakIterator sentences) {
        int from = mention.from() == 0 ? 0 : sentences.preceding(mention.from() + 1);
        int to = mention.to() >= text.length() ? text.length() : sentences.following(mention.to() - 1);
        return text.substring(Math.max(from, 0), to < 0 ? text.length() : to).strip();
    }
}
