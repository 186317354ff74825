package otklik.ingest.classify.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.contracts.incident.Screening;

/**
 * Finds posts that are not processed (AK-17). Cautious: a rude complaint is a complaint, so rude words alone keep a post back only where
 * nothing in it tells of a problem; what is kept back goes to a person's review and is never lost.
 */
public final class ScreeningRules {

    /** Weight of topic words from which a text is a complaint, whatever its tone. */
    private static final int COMPLAINT = 4;

    /** The same where it names a place. */
    private static final int COMPLAINT_WITH_PLACE = 2;

    /** From how many rude words among how many words a text is nothing but abuse. */
    private static final int ABUSE_SHARE = 3;

    private static final int LONGEST_GREETING = 8;
    private static final int SHORTEST_SPACED = 3;

    private final ThreatRules threats;
    private final List<Term> obscene;
    private final Masks masks;
    private final List<Term> insults;
    private final Set<String> empty;
    private final Stemmer stemmer;

    private ScreeningRules(
            ThreatRules threats,
            List<Term> obscene,
            Masks masks,
            List<Term> insults,
            Set<String> empty,
            Stemmer stemmer) {
        this.threats = threats;
        this.obscene = obscene;
        this.masks = masks;
        this.insults = insults;
        this.empty = empty;
        this.stemmer = stemmer;
    }

    /**
     * @param masked obscene words that people write with signs for letters
     * @param empty words that say nothing: greetings, thanks, confirmations
     */
    public static ScreeningRules of(
            ThreatRules threats,
            List<String> obscene,
            List<String> masked,
            List<String> insults,
            List<String> empty,
            Stemmer stemmer) {
        return new ScreeningRules(
                threats,
                obscene.stream().map(term -> Term.parse(term, stemmer)).toList(),
                new Masks(masked.stream().map(Folding::fold).toList()),
                insults.stream().map(term -> Term.parse(term, stemmer)).toList(),
                empty.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet()),
                stemmer);
    }

    /** The verdict and why, in Russian, for whoever reviews; no reasons where there is nothing to say. */
    record Judgement(Screening screening, List<String> reasons) {}

    Judgement judge(String text, Words words, int complaintScore, boolean namesPlace) {
        if (saysNothing(words)) {
            return new Judgement(
                    Screening.NO_CONTENT, List.of("В сообщении нет содержания: приветствие, подтверждение или ссылка"));
        }
        Optional<String> threat = threats.find(words);
        if (threat.isPresent()) {
            return new Judgement(Screening.THREAT, List.of("Похоже на угрозу: «" + threat.get() + "» (AK-17)"));
        }
        boolean isComplaint = complaintScore >= (namesPlace ? COMPLAINT_WITH_PLACE : COMPLAINT);
        List<String> swearing = swearing(text, words);
        if (!swearing.isEmpty()) {
            return rude(Screening.OBSCENE, "Нецензурные слова", swearing, isComplaint, words);
        }
        List<String> insulting = found(insults, words);
        return insulting.isEmpty()
                ? new Judgement(Screening.CLEAN, List.of())
                : rude(Screening.INSULT, "Оскорбительные слова", insulting, isComplaint, words);
    }

    private static Judgement rude(Screening kind, String what, List<String> rude, boolean isComplaint, Words words) {
        boolean isOnlyAbuse = rude.size() * ABUSE_SHARE >= words.all().size();
        if (isComplaint && !isOnlyAbuse) {
            return new Judgement(
                    Screening.CLEAN, List.of(what + " есть, но сообщение — о проблеме: оставлено в работе (AK-17)"));
        }
        return new Judgement(kind, List.of(what + ", а о проблеме не сказано: отложено на проверку (AK-17)"));
    }

    private boolean saysNothing(Words words) {
        return words.all().size() <= LONGEST_GREETING
                && words.all().stream().allMatch(word -> empty.contains(word.folded()) || word.isNumber());
    }

    private List<String> swearing(String text, Words words) {
        List<String> open = found(obscene, words);
        if (!open.isEmpty()) {
            return open;
        }
        return masks.find(text).or(() -> spaced(words)).map(List::of).orElse(List.of());
    }

    /** Letters set apart: {@code б л я т ь}. Joined, they are looked at like a masked word without signs. */
    private Optional<String> spaced(Words words) {
        StringBuilder joined = new StringBuilder();
        for (Word word : words.all()) {
            if (word.folded().length() == 1) {
                joined.append(word.folded());
            } else if (isObscene(joined)) {
                break;
            } else {
                joined.setLength(0);
            }
        }
        return isObscene(joined) ? Optional.of(joined.toString()) : Optional.empty();
    }

    private boolean isObscene(StringBuilder joined) {
        if (joined.length() < SHORTEST_SPACED) {
            return false;
        }
        Words one = Words.of(joined.toString(), stemmer);
        return !found(obscene, one).isEmpty();
    }

    private static List<String> found(List<Term> terms, Words words) {
        return terms.stream()
                .flatMap(term -> term.places(words, words.all().size()).stream())
                .distinct()
                .map(place -> words.all().get(place).shown())
                .toList();
    }
}
