package otklik.routing.replycheck.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether the reply speaks to what was asked, and not in words that went out before. */
final class Wording {

    private static final Pattern QUESTION = Pattern.compile("[^.!?…\\n]+\\?");
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
        List<Finding> open = new ArrayList<>();
        Matcher question = QUESTION.matcher(draft.question());
        while (question.find()) {
            List<String> asked = stems.of(question.group());
            if (!asked.isEmpty() && asked.stream().noneMatch(said::contains)) {
                open.add(Finding.ofWhole(
                        Topic.QUESTIONS,
                        "Похоже, остался без ответа вопрос «" + question.group().strip() + "»",
                        "Ответьте на него или скажите, когда и кто ответит."));
            }
        }
        return open;
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
                .map(before -> Finding.ofWhole(
                        Topic.BOILERPLATE,
                        "Почти слово в слово так уже отвечали другому человеку.",
                        "Скажите то, что относится именно к этому сообщению: место, дату, кто сделает."))
                .stream()
                .toList();
    }

    private Set<List<String>> runs(String text) {
        List<String> words = stems.of(text);
        Set<List<String>> runs = new HashSet<>();
        IntStream.rangeClosed(0, words.size() - RUN).forEach(from -> runs.add(words.subList(from, from + RUN)));
        return runs;
    }

    /** Jaccard's: what both have, of what any has. */
    private static double likeness(Set<List<String>> one, Set<List<String>> other) {
        long both = one.stream().filter(other::contains).count();
        long any = one.size() + other.size() - both;
        return any == 0 ? 0 : (double) both / any;
    }
}
