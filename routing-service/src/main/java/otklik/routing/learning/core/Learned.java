package otklik.routing.learning.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organ that earlier cases speak for.
 *
 * @param confidence share of the likeness of all similar cases that speaks for it, 0…1
 * @param similar how many similar cases there are
 * @param agreeing how many of them went to this organ
 * @param refused how many of them it gave back
 * @param cases some of those that went there, the most similar first
 * @param runnerUp the organ that the next most speaks for, null if none does
 */
public record Learned(
        String organ,
        double confidence,
        int similar,
        int agreeing,
        int refused,
        List<Reference> cases,
        @Nullable Learned runnerUp) {

    /** A case by its id and number. */
    public record Reference(UUID id, String number) {}

    /** Why, in Russian. */
    public String explanation(String organName) {
        return "из %d похожих %d ушли в «%s»".formatted(similar, agreeing, organName)
                + (refused == 0 ? "" : ", %d вернулись как не его вопрос".formatted(refused));
    }
}
