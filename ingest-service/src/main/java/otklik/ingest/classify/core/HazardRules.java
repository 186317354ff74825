package otklik.ingest.classify.core;

import java.util.List;
import java.util.Optional;

/**
 * Finds what makes a post urgent. A hazard counts unless a guard stands before it in its sentence: what is only feared («если загорится»),
 * long past («в прошлом году») or a figure of speech does not raise the importance.
 */
public final class HazardRules {

    /** How far before the hazard a guard is looked for, in words. */
    private static final int REACH = 6;

    private static final int MOST_PLACES = 5;

    private final List<Hazard> hazards;
    private final List<Term> guards;

    private HazardRules(List<Hazard> hazards, List<Term> guards) {
        this.hazards = hazards;
        this.guards = guards;
    }

    public static HazardRules of(List<Hazard> hazards, List<String> guards, Stemmer stemmer) {
        return new HazardRules(
                List.copyOf(hazards),
                guards.stream().map(guard -> Term.parse(guard, stemmer)).toList());
    }

    /** A kind of danger; {@code title} is Russian, for the curator. */
    public record Hazard(String id, String title, List<Term> terms) {

        public static Hazard of(String id, String title, List<String> terms, Stemmer stemmer) {
            return new Hazard(
                    id,
                    title,
                    terms.stream().map(term -> Term.parse(term, stemmer)).toList());
        }
    }

    /** The first hazard that counts, as a sentence for the curator. */
    Optional<String> find(Words words) {
        for (Hazard hazard : hazards) {
            for (Term term : hazard.terms()) {
                for (int place : term.places(words, MOST_PLACES)) {
                    if (!isGuarded(words, place)) {
                        return Optional.of("Важность повышена: " + hazard.title() + " (слово «"
                                + words.all().get(place).shown() + "»)");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isGuarded(Words words, int place) {
        int sentence = words.all().get(place).sentence();
        return guards.stream()
                .flatMap(guard -> guard.places(words, MOST_PLACES).stream())
                .anyMatch(guard -> guard < place
                        && place - guard <= REACH
                        && words.all().get(guard).sentence() == sentence);
    }
}
