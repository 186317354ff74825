package otklik.routing.replycheck.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether the reply speaks to what was asked, and not in words that went out before. */
final class Wording {

    /** Not after a usual abbreviation, nor within a number or an address of the web. */
    private static final Pattern END_OF_SENTENCE = Pattern.compile(
            "(?<=[!?…\\n])|(?<=\\.)(?<!(?<!\\p{L})(?iu:ул|г|д|пр|просп|пер|пл|им|кв|корп|стр|обл|руб|тел)\\.)(?=\\s)");

    private static final String ASKING_WORD =
            "(?:когда|где|почему|кто|кому|сколько|куда|зачем|как долго|будет ли|будут ли|можно ли)(?![\\p{L}-])(?! (?:то|нибудь)(?!\\p{L}))";

    private static final Pattern REQUEST = Pattern.compile(
            "(?<!\\p{L})(?<!не )(?:подскажи(?:те)?|скажи(?:те)?|интересно|хо(?:чу|тим|чется) (?:узнать|знать)|хотел(?:а|и|ось)? бы (?:узнать|знать)"
                    + "|объясни(?:те)?|поясни(?:те)?)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ASKING =
            Pattern.compile("(?<!\\p{L})" + ASKING_WORD, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Without a comma, a dash, and «ни»: «Когда снег уберут, станет лучше» and «куда ни глянь» ask nothing. */
    private static final Pattern BEGINS_ASKING = Pattern.compile(
            "^\\P{L}*+(?:(?:и|а|но|так) )?" + ASKING_WORD + "(?!.* ни )[^,;:–—]*+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final int RUN = 3;
    private static final int TOO_SHORT_TO_COMPARE = 8;
    private static final double SAME = 0.75;

    private final Stems stems;

    Wording(Stems stems) {
        this.stems = stems;
    }

    /** A question is taken up if one of its words is, whatever its ending. */
    List<Finding> questions(Draft draft) {
        if (draft.question() == null) {
            return List.of();
        }
        Set<String> said = Set.copyOf(stems.of(draft.text()));
        return END_OF_SENTENCE
                .splitAsStream(draft.question())
                .filter(Wording::asks)
                .filter(question -> isOpen(question, said))
                .map(question -> Finding.ofMissing(
                        Topic.QUESTIONS,
                        draft,
                        "Похоже, остался без ответа вопрос «" + question.strip() + "»",
                        "Ответьте на него или скажите, когда и кто ответит."))
                .toList();
    }

    /** With a question mark, or as people ask who leave it out. */
    private static boolean asks(String sentence) {
        return sentence.endsWith("?") || BEGINS_ASKING.matcher(sentence).find() || isRequested(sentence);
    }

    /** «Подскажите, когда …». */
    private static boolean isRequested(String sentence) {
        Matcher request = REQUEST.matcher(sentence);
        return request.find() && ASKING.matcher(sentence).find(request.end());
    }

    private boolean isOpen(String question, Set<String> said) {
        List<String> asked = stems.of(REQUEST.matcher(question).replaceAll(""));
        return !asked.isEmpty() && asked.stream().noneMatch(said::contains);
    }

    /** Nobody likes to get what the neighbour got. */
    List<Finding> boilerplate(Draft draft) {
        Set<List<String>> runs = runs(draft.text());
        if (runs.size() < TOO_SHORT_TO_COMPARE - RUN) {
            return List.of();
        }
        return draft.sentBefore().stream()
                .filter(before -> likeness(runs, runs(before)) >= SAME)
                .findFirst()
                .map(before -> new Finding(
                        Topic.BOILERPLATE,
                        "Почти слово в слово так уже отвечали другому человеку.",
                        longestRepeat(draft.text(), runs(before)),
                        "Скажите то, что относится именно к этому сообщению: место, дату, кто сделает."))
                .stream()
                .toList();
    }

    private Set<List<String>> runs(String text) {
        return new HashSet<>(runs(stems.of(text)));
    }

    /** In the order of the text. */
    private static List<List<String>> runs(List<String> words) {
        return IntStream.rangeClosed(0, words.size() - RUN)
                .mapToObj(from -> words.subList(from, from + RUN))
                .toList();
    }

    /** The longest part of the text, the first of equals, whose every run went out before; one run at least has to have. */
    private Place longestRepeat(String text, Set<List<String>> before) {
        List<Stems.Stem> words = stems.in(text);
        List<List<String>> runs = runs(words.stream().map(Stems.Stem::word).toList());
        int end = 0;
        int most = 0;
        int length = 0;
        for (int at = 0; at < runs.size(); at++) {
            length = before.contains(runs.get(at)) ? length + 1 : 0;
            if (length > most) {
                most = length;
                end = at;
            }
        }
        return new Place(
                words.get(end - most + 1).place().from(),
                words.get(end + RUN - 1).place().to());
    }

    /** Jaccard's: what both have, of what any has. */
    private static double likeness(Set<List<String>> one, Set<List<String>> other) {
        long both = one.stream().filter(other::contains).count();
        long any = one.size() + other.size() - both;
        return any == 0 ? 0 : (double) both / any;
    }
}
