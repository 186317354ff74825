package otklik.ingest.classify.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds threats (AK-17). Somebody else's threat that the author tells of («угрожает, что убьёт») is none, nor is a denied one or one against
 * cockroaches.
 */
public final class ThreatRules {

    private static final int REPORTED_REACH = 6;
    private static final int OBJECT_REACH = 3;
    private static final int MOST_PLACES = 5;
    private static final Set<String> NEGATIONS = Set.of("не", "ни");

    private final List<Term> threats;
    private final List<Term> reports;
    private final Set<String> harmless;

    private ThreatRules(List<Term> threats, List<Term> reports, Set<String> harmless) {
        this.threats = threats;
        this.reports = reports;
        this.harmless = harmless;
    }

    /**
     * @param threats what a threat sounds like
     * @param reports words that introduce somebody else's speech
     * @param harmless what may be threatened
     */
    public static ThreatRules of(List<String> threats, List<String> reports, List<String> harmless, Stemmer stemmer) {
        return new ThreatRules(
                threats.stream().map(term -> Term.parse(term, stemmer)).toList(),
                reports.stream().map(term -> Term.parse(term, stemmer)).toList(),
                harmless.stream()
                        .map(word -> stemmer.stem(Folding.fold(word)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The words of the first threat. */
    Optional<String> find(Words words) {
        for (Term threat : threats) {
            for (int place : threat.places(words, MOST_PLACES)) {
                if (isMeant(words, place)) {
                    return Optional.of(words.all().get(place).shown());
                }
            }
        }
        return Optional.empty();
    }

    private boolean isMeant(Words words, int place) {
        List<Word> just = words.before(place, 1);
        boolean isDenied = !just.isEmpty() && NEGATIONS.contains(just.getFirst().folded());
        return !isDenied && !isReported(words, place) && !isHarmless(words, place);
    }

    private boolean isReported(Words words, int place) {
        int sentence = words.all().get(place).sentence();
        return reports.stream()
                .flatMap(report -> report.places(words, MOST_PLACES).stream())
                .anyMatch(report -> report < place
                        && place - report <= REPORTED_REACH
                        && words.all().get(report).sentence() == sentence);
    }

    private boolean isHarmless(Words words, int place) {
        int end = Math.min(words.all().size(), place + OBJECT_REACH + 1);
        return words.all().subList(place + 1, end).stream().anyMatch(word -> harmless.contains(word.stem()));
    }
}
